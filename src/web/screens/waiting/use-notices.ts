import type { AccessForecast } from '#domain/publishing/forecast/api.ts'
import type { WaitingItem } from '#domain/publishing/waiting/api.ts'
import { useAccessForecast, useWaiting } from './queries.ts'

export interface Notices {
  waiting: readonly WaitingItem[]
  forecast: readonly AccessForecast[]
}

/** What the calendar must tell above itself; null when there is nothing, so that nothing is fetched to draw it. */
export function useNotices(): { notices: Notices | null; isPending: boolean } {
  const waiting = useWaiting()
  const access = useAccessForecast()
  const notices = { waiting: waiting.data ?? [], forecast: access.data ?? [] }
  const isAny = notices.waiting.length + notices.forecast.length > 0
  return { notices: isAny ? notices : null, isPending: waiting.isPending || access.isPending }
}
