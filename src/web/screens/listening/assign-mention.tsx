import { useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { UserCheck, UserPlus } from 'lucide-react'
import { useCallback } from 'react'
import type { MemberView } from '#domain/governance/api.ts'
import type { MentionView } from '#domain/listening/api.ts'
import { api, useMay, useSession } from '#web/api/index.ts'
import { IconButton, Menu, type MenuItem, useProblemWords, useToast } from '#web/ui/index.ts'

export const useMembers = () =>
  useQuery({
    queryKey: ['members'],
    queryFn: ({ signal }) => api.get<MemberView[]>('/members', { signal }),
    staleTime: 5 * 60_000,
  })

/** Puts somebody in charge of a mention, `me` or a member by id; null: nobody. */
export function useAssign() {
  const { t } = useLingui()
  const toast = useToast()
  const client = useQueryClient()
  const wordsOf = useProblemWords()
  return useCallback(
    async function assign({ id, assignment }: MentionView, userId: string | null) {
      try {
        const path = `/mentions/${id}/assignment`
        const said = await api.put<MentionView>(path, { userId, note: '' })
        const name = said.assignment?.name
        toast({
          text: name ? t`${name} is in charge of this mention` : t`Nobody is in charge any more`,
          undo: () => {
            const back = { userId: assignment?.userId ?? null, note: assignment?.note ?? '' }
            void api
              .put(path, back)
              .catch((problem: unknown) => toast({ text: wordsOf(problem).title, kind: 'bad' }))
              .finally(() => void client.invalidateQueries({ queryKey: ['mentions'] }))
          },
        })
      } catch (problem) {
        toast({ text: wordsOf(problem).title, kind: 'bad' })
      } finally {
        await client.invalidateQueries({ queryKey: ['mentions'] })
      }
    },
    [client, toast, wordsOf, t],
  )
}

/** Who looks after it, and a menu to put another in charge. */
export function AssignMention({ mention }: { mention: MentionView }) {
  const { t } = useLingui()
  const may = useMay('listening:write')
  const { user } = useSession()
  const members = useMembers()
  const assign = useAssign()
  const { assignment } = mention
  if (!may) return null
  const entry = (userId: string, label: string): MenuItem => ({
    label,
    checked: assignment?.userId === userId,
    onSelect: () => void assign(mention, userId),
  })
  const others = (members.data ?? []).filter(({ userId }) => userId !== user.id)
  const name = assignment?.name
  const label = name ? t`${name} is in charge: change` : t`Put somebody in charge`
  return (
    <Menu
      align="end"
      label={t`Who is in charge of this mention`}
      trigger={<IconButton label={label} icon={assignment ? UserCheck : UserPlus} />}
      items={[
        { ...entry(user.id, t`Me`), shortcut: 'A' },
        ...others.map(({ userId, name }) => entry(userId, name)),
        'rule',
        {
          label: t`Nobody in charge`,
          checked: assignment === null,
          onSelect: () => void assign(mention, null),
        },
      ]}
    />
  )
}

/** The name of who looks after it, and what was said with it. */
export function InCharge({ mention: { assignment } }: { mention: MentionView }) {
  const { t } = useLingui()
  const { user } = useSession()
  if (!assignment) return null
  const { userId, name, by, note } = assignment
  return (
    <span className="inline-flex min-w-0 items-center gap-1" title={t`Given by ${by}`}>
      <UserCheck size={14} strokeWidth={1.5} aria-hidden />
      <span className="truncate">
        {userId === user.id ? t`You are in charge` : t`${name} is in charge`}
        {note && ` · ${note}`}
      </span>
    </span>
  )
}
