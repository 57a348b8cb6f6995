import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DecidedView, WaitingItem } from '#domain/publishing/waiting/api.ts'
import { api } from '#web/api/index.ts'
import { useFormat, useProblemWords, useToast } from '#web/ui/index.ts'

export type Decision = 'release' | 'cancel'

interface Asked {
  items: readonly WaitingItem[]
  decision: Decision
}

/** Tells the desk what becomes of posts that wait, and says what came of it, with its undo. */
export function useDecide() {
  const { t } = useLingui()
  const f = useFormat()
  const client = useQueryClient()
  const toast = useToast()
  const words = useProblemWords()
  const refresh = () => client.invalidateQueries({ queryKey: ['posts'] })
  const fail = (problem: unknown) => {
    const { title, detail } = words(problem)
    toast({ kind: 'bad', text: `${title}. ${detail}` })
  }
  return useMutation({
    mutationFn: ({ items, decision }: Asked) => tell(idsOf(items), decision),
    onSuccess({ decided, closed }, { items, decision }) {
      const undo = () => void tell(idsOf(items), 'ask').then(refresh, fail)
      if (closed.length > 0) {
        const accounts = f.list(closed)
        toast({
          kind: 'bad',
          text: t`Reconnect ${accounts} first; what goes out through it is still waiting.`,
        })
      }
      if (decided.length === 0) return
      if (decision === 'cancel') {
        const count = items.length
        const text = t`${plural(count, { one: '# post will not go out.', other: '# posts will not go out.' })}`
        return toast({ text, undo })
      }
      const last =
        decided
          .map(({ at }) => at ?? '')
          .toSorted()
          .at(-1) ?? ''
      const isNow = Date.parse(last) <= Date.now() + 5000
      const at = f.dateTime(last)
      if (isNow) toast({ text: t`Goes out now.` })
      else if (items.length === 1) toast({ text: t`Goes out ${at}.`, undo })
      else toast({ text: t`They go out one after another, the last ${at}.`, undo })
    },
    onError: fail,
    onSettled: refresh,
  })
}

const tell = (ids: string[], decision: Decision | 'ask') =>
  api.post<DecidedView>('/deliveries/waiting', { ids, decision })

const idsOf = (items: readonly WaitingItem[]) =>
  items.flatMap(({ accounts }) => accounts.map(({ deliveryId }) => deliveryId))
