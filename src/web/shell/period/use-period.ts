import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCompany } from '#web/api/index.ts'
import { type Length, type Period, periodOf } from './period-of.ts'

type Search = Record<string, unknown>

/** The period that the address asks for (`?days=90`, `?days=other&from=…&to=…`), and how another is chosen. */
export function usePeriod(): Period & {
  /** The two days as they were chosen, in whichever order. */
  asked: { from: string; to: string }
  choose: (length: Length) => void
  change: (days: { from?: string; to?: string }) => void
} {
  const { timeZone } = useCompany()
  const { days = '', from = '', to = '' }: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const asked = { days: String(days), from: String(from), to: String(to) }
  const period = periodOf(asked, timeZone)
  const go = (changes: Search) =>
    void navigate({
      to: '.',
      replace: true,
      search: (before: Search) => ({ ...before, ...changes }),
    })
  return {
    ...period,
    asked,
    choose: (length) =>
      // Other days begin with those that are shown.
      go(
        length === 'other'
          ? { days: length, from: period.from, to: period.to }
          : { days: length === '30' ? undefined : length, from: undefined, to: undefined },
      ),
    change: go,
  }
}
