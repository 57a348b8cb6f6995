import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemberView } from '#domain/governance/api.ts'
import { api } from '#web/api/index.ts'
import { Checkbox, Confirm, useToast } from '#web/ui/index.ts'

/** Somebody goes: at once, and with the keys they made unless one says otherwise. */
export function RemoveDialog({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const [revoke, setRevoke] = useState(true)
  const { name, userId, keys } = member
  const remove = async () => {
    await api.delete(`/members/${userId}`, { query: { keys: revoke ? 'revoke' : 'keep' } })
    await client.invalidateQueries({ queryKey: ['members'] })
    toast({ text: t`${name} no longer works here.` })
  }
  return (
    <Confirm
      open
      onClose={onClose}
      title={t`Remove ${name}?`}
      action={t`Remove`}
      danger
      onConfirm={remove}
    >
      <p>
        <Trans>
          They lose access from their next click, wherever they are signed in. What they wrote
          stays. To come back they need a new invitation.
        </Trans>
      </p>
      {keys > 0 && (
        <Checkbox
          label={
            <Plural
              value={keys}
              one="Revoke the API key they made"
              other="Revoke the # API keys they made"
            />
          }
          hint={t`A program that uses one stops working.`}
          checked={revoke}
          onChecked={setRevoke}
        />
      )}
    </Confirm>
  )
}
