import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FreshInvitation, Role } from '#domain/governance/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { Button, Choice, Dialog, ProblemMessage, TextField, useForm } from '#web/ui/index.ts'
import { AccountsChoice } from './accounts-choice.tsx'
import { FreshLink } from './fresh-link.tsx'
import { useAccounts } from './queries.ts'
import { mayBeLimited, ROLES, useRoleWords } from './role-words.ts'

/** Address and role first, then the link to give. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [made, setMade] = useState<FreshInvitation | null>(null)
  return (
    <Dialog open onClose={onClose} title={made ? t`Invited` : t`Invite someone`}>
      {made ? <FreshLink one={made} onClose={onClose} /> : <InviteForm onMade={setMade} />}
    </Dialog>
  )
}

function InviteForm({ onMade }: { onMade: (made: FreshInvitation) => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const company = useCompany()
  const words = useRoleWords()
  const accounts = useAccounts()
  const [role, setRole] = useState<Role>('contributor')
  const [channelIds, setChannelIds] = useState<string[] | null>(null)
  const form = useForm({
    initial: { email: '' },
    check: ({ email }): { email?: string } =>
      /^\S+@\S+\.\S+$/.test(email)
        ? {}
        : { email: t`Enter a whole e-mail address, such as sofia@example.com.` },
    send: async ({ email }) => {
      const limit = mayBeLimited(role) ? channelIds : null
      onMade(await api.post<FreshInvitation>('/invitations', { email, role, channelIds: limit }))
      await client.invalidateQueries({ queryKey: ['members'] })
    },
  })
  return (
    <form {...form.props} className="space-y-5">
      <TextField
        {...form.field('email')}
        label={t`E-mail`}
        type="email"
        inputMode="email"
        autoComplete="off"
      />
      <Choice
        legend={t`Role`}
        value={role}
        onValue={setRole}
        options={ROLES.filter((one) => company.role === 'owner' || one !== 'owner').map((one) => ({
          value: one,
          label: words[one].name,
          hint: words[one].hint,
        }))}
      />
      {mayBeLimited(role) && accounts.length > 1 && (
        <AccountsChoice value={channelIds} onValue={setChannelIds} />
      )}
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy}>
        <Trans>Invite</Trans>
      </Button>
    </form>
  )
}
