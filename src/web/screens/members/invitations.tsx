import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FreshInvitation, InvitationView } from '#domain/governance/api.ts'
import { api, useCompany, useMay } from '#web/api/index.ts'
import { Button, DateTime, Dialog, useProblemWords, useToast } from '#web/ui/index.ts'
import { FreshLink } from './fresh-link.tsx'
import { invitationsQuery } from './queries.ts'
import { useRoleWords } from './role-words.ts'

/** Those who have not come yet. */
export function Invitations() {
  const { t } = useLingui()
  const { id } = useCompany()
  const { data = [] } = useQuery(invitationsQuery(id, useMay('members:write')))
  const [fresh, show] = useState<FreshInvitation | null>(null)
  if (data.length === 0 && !fresh) return null
  return (
    <>
      <h3 className="mt-6 mb-2 font-medium">
        <Trans>Invited</Trans>
      </h3>
      <ul className="border-t border-rule">
        {data.map((one) => (
          <InvitationRow key={one.id} one={one} onSent={show} />
        ))}
      </ul>
      {fresh && (
        <Dialog open onClose={() => show(null)} title={t`A new link`}>
          <FreshLink one={fresh} onClose={() => show(null)} />
        </Dialog>
      )}
    </>
  )
}

function InvitationRow(props: { one: InvitationView; onSent: (one: FreshInvitation) => void }) {
  const { one, onSent } = props
  const roles = useRoleWords()
  const act = useAct()
  const resend = async () =>
    onSent(await api.post<FreshInvitation>(`/invitations/${one.id}/resend`))
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate font-medium">{one.email}</span>
        <span className="block text-xs text-ink-3">
          {roles[one.role].name}
          {' · '}
          {one.expired ? (
            <Trans>the link has expired</Trans>
          ) : (
            <Trans>
              valid until <DateTime at={one.expiresAt} style="date" />
            </Trans>
          )}
        </span>
      </span>
      <Button kind="quiet" size="sm" onClick={() => void act(resend)}>
        <Trans>Send again</Trans>
        <span className="sr-only"> {one.email}</span>
      </Button>
      <Button
        kind="quiet"
        size="sm"
        onClick={() => void act(() => api.delete(`/invitations/${one.id}`))}
      >
        <Trans>Withdraw</Trans>
        <span className="sr-only"> {one.email}</span>
      </Button>
    </li>
  )
}

function useAct() {
  const client = useQueryClient()
  const toast = useToast()
  const say = useProblemWords()
  return async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (problem) {
      toast({ text: say(problem).detail ?? say(problem).title, kind: 'bad' })
    }
    await client.invalidateQueries({ queryKey: ['members'] })
  }
}
