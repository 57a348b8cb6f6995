import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberView } from '#domain/governance/api.ts'
import { api } from '#web/api/index.ts'
import { Button, Dialog, ProblemMessage } from '#web/ui/index.ts'
import { AccountsChoice } from './accounts-choice.tsx'

export function AccountsDialog({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [channelIds, choose] = useState(member.channelIds)
  const [problem, setProblem] = useState<unknown>(null)
  const { name } = member
  const save = async () => {
    try {
      await api.patch(`/members/${member.userId}`, { channelIds })
      await client.invalidateQueries({ queryKey: ['members'] })
      onClose()
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`Accounts of ${name}`}
      footer={
        <Button kind="solid" onClick={() => void save()}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <AccountsChoice value={channelIds} onValue={choose} />
      {problem !== null && <ProblemMessage problem={problem} className="mt-4" />}
    </Dialog>
  )
}
