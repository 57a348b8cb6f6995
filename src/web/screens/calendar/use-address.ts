import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type StatusFilter, statusFilters } from './arrange.ts'
import { addDays, addMonths, isDay, weekOf } from './days.ts'

export type View = 'month' | 'week' | 'agenda' | 'list'

const VIEWS: readonly View[] = ['month', 'week', 'agenda', 'list']

/** What the address says of the calendar, and how to change it. */
export interface Address {
  /** On a phone the agenda, or the list. */
  view: View
  /** In the company's zone. */
  day: string
  status: StatusFilter
  channelId: string
  campaignId: string
  label: string
  drafts: boolean
  setView: (view: View) => void
  /** null: the present day. */
  setDay: (day: string | null) => void
  /** To the month or the week after, or before. */
  step: (by: 1 | -1) => void
  setStatus: (status: StatusFilter) => void
  setChannel: (id: string) => void
  /** '' for all. */
  setCampaign: (id: string) => void
  setLabel: (label: string) => void
  showDrafts: (shown: boolean) => void
  seeAttention: () => void
}

type Search = Record<string, unknown>

/**
 * `?view=week&day=2026-11-24&account=…&campaign=…&label=useful&status=attention&drafts=open`. The day is not called `date`: that word
 * belongs to the composer, which opens above.
 */
export function useAddress(today: string): Address {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const phone = useIsPhone()
  const change = useCallback(
    (changes: Search) =>
      void navigate({
        to: '.',
        replace: true,
        search: (before: Search) => ({ ...before, ...changes }),
      }),
    [navigate],
  )
  const asked = VIEWS.find((one) => one === search['view']) ?? 'month'
  const view = phone && asked !== 'list' ? 'agenda' : asked
  const given = String(search['day'] ?? '')
  const day = isDay(given) ? given : today
  const status = statusFilters.find((one) => one === search['status']) ?? ''
  const channelId = String(search['account'] ?? '')
  const campaignId = String(search['campaign'] ?? '')
  const label = String(search['label'] ?? '')
  const drafts = search['drafts'] === 'open'
  return useMemo(
    () => ({
      view,
      day,
      status,
      channelId,
      campaignId,
      label,
      drafts,
      setView: (to) => change({ view: to === 'month' ? undefined : to }),
      setDay: (to) => change({ day: to === null || to === today ? undefined : to }),
      step: (by) => change({ day: neighbour(view, day, by, today) }),
      setStatus: (to) => change({ status: to }),
      setChannel: (account) => change({ account }),
      setCampaign: (campaign) => change({ campaign: campaign || undefined }),
      setLabel: (wanted) => change({ label: wanted || undefined }),
      showDrafts: (shown) => change({ drafts: shown ? 'open' : undefined }),
      seeAttention: () => change({ view: 'agenda', status: 'attention' }),
    }),
    [view, day, status, channelId, campaignId, label, drafts, today, change],
  )
}

/** The day that stands for the period after or before; undefined when the present day is in it. */
function neighbour(view: View, day: string, by: 1 | -1, today: string): string | undefined {
  const to = view === 'week' ? addDays(day, 7 * by) : addMonths(`${day.slice(0, 7)}-01`, by)
  const isPresent =
    view === 'week' ? weekOf(to).includes(today) : to.slice(0, 7) === today.slice(0, 7)
  return isPresent ? undefined : to
}

const narrow = matchMedia('(max-width: 767.9px)')

function useIsPhone(): boolean {
  return useSyncExternalStore(
    (tell) => {
      narrow.addEventListener('change', tell)
      return () => narrow.removeEventListener('change', tell)
    },
    () => narrow.matches,
  )
}
