import { useLingui } from '@lingui/react/macro'
import { useFormat } from '#web/ui/index.ts'
import { addDays, mondayOf, weekNumber } from './days.ts'
import type { Address } from './use-address.ts'

/** "November 2026", or "Week 47". */
export function usePeriodTitle({ view, day, status }: Address): string {
  const { t } = useLingui()
  const f = useFormat()
  if (view === 'week') return t`Week ${weekNumber(day)}`
  if ((view === 'agenda' || view === 'list') && status === 'attention') return t`Needs attention`
  const month = f.month(day)
  return month.charAt(0).toLocaleUpperCase(f.locale) + month.slice(1)
}

/** "23 Nov. to 29 Nov." of the week of a day. */
export function useWeekSpan(day: string): string {
  const { t } = useLingui()
  const f = useFormat()
  const monday = mondayOf(day)
  return t`${f.day(monday)} to ${f.day(addDays(monday, 6))}`
}
