import { useLingui } from '@lingui/react/macro'
import { UserCheck, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { MentionView } from '#domain/listening/api.ts'
import { useMay, useMembers, useSession } from '#web/api/index.ts'
import { IconButton, Menu, type MenuItem } from '#web/ui/index.ts'
import { useAssign } from './assign.ts'
import { HandOver } from './hand-over.tsx'

/** Who looks after it, and a menu to put another in charge. */
export function AssignMention({ mention }: { mention: MentionView }) {
  const { t } = useLingui()
  const may = useMay('listening:write')
  const { user } = useSession()
  const members = useMembers()
  const assign = useAssign()
  const [isHandingOver, handOver] = useState(false)
  const { assignment } = mention
  if (!may) return null
  const entry = (userId: string, label: string): MenuItem => ({
    label,
    checked: assignment?.userId === userId,
    onSelect: () => void assign(mention, userId),
  })
  const others = (members.data ?? []).filter(({ userId }) => userId !== user.id)
  const name = assignment?.name
  const label = name ? t`Assigned to ${name}: change` : t`Assign the mention`
  return (
    <>
      <Menu
        align="end"
        label={t`Who this mention is assigned to`}
        trigger={<IconButton label={label} icon={assignment ? UserCheck : UserPlus} />}
        items={[
          { ...entry(user.id, t`Me`), shortcut: 'A' },
          ...others.map(({ userId, name }) => entry(userId, name)),
          { label: t`Someone, with a note…`, onSelect: () => handOver(true) },
          'rule',
          {
            label: t`Nobody assigned`,
            checked: assignment === null,
            onSelect: () => void assign(mention, null),
          },
        ]}
      />
      {isHandingOver && <HandOver mention={mention} close={() => handOver(false)} />}
    </>
  )
}

/** The name of who looks after it, and what was said with it. */
export function InCharge({ mention: { assignment } }: { mention: MentionView }) {
  const { t } = useLingui()
  const { user } = useSession()
  if (!assignment) return null
  const { userId, name, by, note } = assignment
  return (
    <span className="inline-flex min-w-0 items-center gap-1" title={t`Assigned by ${by}`}>
      <UserCheck size={14} strokeWidth={1.5} aria-hidden />
      <span className="truncate">
        {userId === user.id ? t`Assigned to you` : t`Assigned to ${name}`}
        {note && ` · ${note}`}
      </span>
    </span>
  )
}
