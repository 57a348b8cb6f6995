import { useLingui } from '@lingui/react/macro'
import { CalendarClock, PenLine } from 'lucide-react'
import { type MenuItem, useFormat } from '#web/ui/index.ts'
import type { Placed } from './arrange.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import { addDays, dayOf, timeOf } from './days.ts'
import { isMovable } from './post-mark.ts'

/** What may be done with a post from the calendar: by keyboard and touch, all that dragging does. */
export function usePostItems(placed: Placed): (MenuItem | 'rule' | { heading: string })[] {
  const { t } = useLingui()
  const f = useFormat()
  const { open, move, askWhere, today } = useCalendarDesk()
  const { post, wallTime } = placed
  const read = { label: t`Open`, icon: PenLine, onSelect: () => open(post.id) }
  if (!isMovable(post.status)) return [read]
  const day = dayOf(wallTime)
  const to = (target: string) => ({
    label: f.longDay(target),
    onSelect: () => move(placed, `${target}T${timeOf(wallTime)}`),
  })
  const tomorrow = addDays(today, 1)
  const nextWeek = addDays(day, 7)
  return [
    read,
    'rule',
    { heading: t`Move to` },
    ...(day === tomorrow ? [] : [{ ...to(tomorrow), label: t`Tomorrow` }]),
    ...(nextWeek > today ? [{ ...to(nextWeek), label: t`A week later` }] : []),
    ...(addDays(day, 1) > today && addDays(day, 1) !== tomorrow
      ? [{ ...to(addDays(day, 1)), label: t`The day after` }]
      : []),
    { label: t`Pick a date and time…`, icon: CalendarClock, onSelect: () => askWhere(placed) },
  ]
}
