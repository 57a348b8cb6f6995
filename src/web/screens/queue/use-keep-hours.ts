import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Hour, SlotsView } from '#domain/planning/slots/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useProblemWords, useToast } from '#web/ui/index.ts'

export type Keep = ReturnType<typeof useKeepHours>

/** Keeps the hours of an account, shown at once; each change may be undone. */
export function useKeepHours(channelId: string, hours: readonly Hour[]) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { id } = useCompany()
  const toast = useToast()
  const words = useProblemWords()
  const key = ['posts', 'planning', 'slots', id]
  const put = useMutation({
    mutationFn: ({ to, slots }: { to: string; slots: Hour[] }) =>
      api.put<SlotsView>('/slots', { channelId: to, slots }),
    onMutate: ({ to, slots }) => {
      client.setQueryData<SlotsView>(key, (view) => {
        if (!view) return view
        const others = view.slots.filter((slot) => slot.channelId !== to)
        return { ...view, slots: [...others, ...slots.map((slot) => ({ ...slot, channelId: to }))] }
      })
    },
    onError: (problem) => {
      const { title, detail } = words(problem)
      toast({ kind: 'bad', text: `${title}. ${detail}` })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['posts', 'planning'] }),
  })
  const keep = (slots: readonly Hour[], said: string) => {
    const before = plain(hours)
    put.mutate({ to: channelId, slots: plain(slots) })
    toast({ text: said, undo: () => put.mutate({ to: channelId, slots: before }) })
  }
  const isSame = (a: Hour, b: Hour) => a.weekday === b.weekday && a.time === b.time
  const has = (hour: Hour) => hours.some((one) => isSame(one, hour))
  return {
    has,
    add: (hour: Hour) => {
      if (!has(hour)) keep([...hours, hour], t`Time added: ${hour.time}`)
    },
    remove: (hour: Hour) =>
      keep(
        hours.filter((one) => !isSame(one, hour)),
        t`Time removed: ${hour.time}`,
      ),
    turn: (hour: Hour) =>
      keep(
        hours.map((one) => (isSame(one, hour) ? { ...one, evergreen: !one.evergreen } : one)),
        hour.evergreen ? t`${hour.time} is for the queue` : t`${hour.time} is for the shelf`,
      ),
    /** The hours of one day, in the place of those of others. */
    copyDay: (from: number, days: readonly number[]) => {
      const own = hours.filter(({ weekday }) => weekday === from)
      const kept = hours.filter(({ weekday }) => weekday === from || !days.includes(weekday))
      const copies = days
        .filter((weekday) => weekday !== from)
        .flatMap((weekday) => own.map((hour) => ({ ...hour, weekday })))
      keep([...kept, ...copies], t`Times copied`)
    },
    /** The whole week, in the place of another account's. */
    copyWeek: (to: string, handle: string) => {
      const view = client.getQueryData<SlotsView>(key)
      const before = plain((view?.slots ?? []).filter((slot) => slot.channelId === to))
      put.mutate({ to, slots: plain(hours) })
      toast({
        text: t`${handle} has the same week`,
        undo: () => put.mutate({ to, slots: before }),
      })
    },
  }
}

const plain = (hours: readonly Hour[]): Hour[] =>
  hours.map(({ weekday, time, evergreen }) => ({ weekday, time, evergreen }))
