import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import type { MemberView, Role } from '#domain/governance/api.ts'
import { api, useMay, useSession } from '#web/api/index.ts'
import {
  Avatar,
  IconButton,
  Menu,
  type MenuEntry,
  useProblemWords,
  useToast,
} from '#web/ui/index.ts'
import { AccountsDialog } from './accounts-dialog.tsx'
import { useAccounts } from './queries.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { mayBeLimited, ROLES, useRoleWords } from './role-words.ts'

export function MemberRow({ member }: { member: MemberView }) {
  const { user } = useSession()
  const roles = useRoleWords()
  const { name, email, role, userId, channelIds } = member
  return (
    <li className="flex min-h-12 items-center gap-3 border-b border-rule py-2">
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {name}
          {userId === user.id && (
            <span className="font-normal text-ink-3">
              {' '}
              <Trans>(you)</Trans>
            </span>
          )}
        </span>
        <span className="block truncate text-xs text-ink-3">{email}</span>
      </span>
      <span className="text-right text-ink-2">
        {roles[role].name}
        {channelIds && (
          <span className="block text-xs text-ink-3">
            <Plural value={channelIds.length} _0="no account" one="# account" other="# accounts" />
          </span>
        )}
      </span>
      <MemberMenu member={member} />
    </li>
  )
}

function MemberMenu({ member }: { member: MemberView }) {
  const { t } = useLingui()
  const { company, user } = useSession()
  const may = useMay('members:write')
  const roles = useRoleWords()
  const accounts = useAccounts()
  const change = useChange(member)
  const [asking, ask] = useState<'accounts' | 'remove' | null>(null)
  const { name, role, userId } = member
  const mine = company.role === 'owner'
  // Owners are the affair of owners; oneself one leaves by the button below.
  if (!may || (role === 'owner' && !mine)) return null
  const items: MenuEntry[] = [
    { heading: t`Role` },
    ...ROLES.filter((one) => mine || one !== 'owner').map((one) => ({
      label: roles[one].name,
      checked: one === role,
      onSelect: () => void change(one),
    })),
    ...(mayBeLimited(role) && accounts.length > 0
      ? ['rule' as const, { label: t`Limit to some accounts…`, onSelect: () => ask('accounts') }]
      : []),
    ...(userId === user.id
      ? []
      : ['rule' as const, { label: t`Remove…`, danger: true, onSelect: () => ask('remove') }]),
  ]
  return (
    <>
      <Menu
        align="end"
        items={items}
        trigger={<IconButton label={t`Change ${name}`} icon={EllipsisVertical} />}
      />
      {asking === 'accounts' && <AccountsDialog member={member} onClose={() => ask(null)} />}
      {asking === 'remove' && <RemoveDialog member={member} onClose={() => ask(null)} />}
    </>
  )
}

function useChange({ userId, name, role: before }: MemberView) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const say = useProblemWords()
  const roles = useRoleWords()
  const put = async (role: Role) => {
    await api.patch(`/members/${userId}`, { role })
    await client.invalidateQueries({ queryKey: ['members'] })
  }
  return async (role: Role) => {
    if (role === before) return
    const roleName = roles[role].name
    try {
      await put(role)
      toast({ text: t`${name}: ${roleName}.`, undo: () => void put(before) })
    } catch (problem) {
      toast({ text: say(problem).detail ?? say(problem).title, kind: 'bad' })
    }
  }
}
