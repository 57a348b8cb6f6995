import { useQuery } from '@tanstack/react-query'
import type { ChannelView } from '#domain/channels/api.ts'
import type { EvergreenView } from '#domain/planning/evergreen/api.ts'
import type { HoursView } from '#domain/planning/hours/api.ts'
import type { RecurrenceView, TimesView } from '#domain/planning/recurrences/api.ts'
import type { NextView, QueueView, SlotsView } from '#domain/planning/slots/api.ts'
import { api, stillThere, useChannels, useCompany } from '#web/api/index.ts'

/** Everything here changes with the calendar: its keys belong to the family of posts. */
const key = (...more: unknown[]) => ['posts', 'planning', ...more]

/** Accounts that can publish. */
export const useAccounts = () => useChannels(thatPublish)

const thatPublish = (all: ChannelView[]) =>
  stillThere(all).filter(({ capabilities }) => capabilities.publish)

export function useSlots() {
  const { id } = useCompany()
  return useQuery({
    queryKey: key('slots', id),
    queryFn: ({ signal }) => api.get<SlotsView>('/slots', { signal }),
  })
}

export function useQueue(channelId: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: key('queue', id, channelId),
    queryFn: ({ signal }) => api.get<QueueView>('/queue', { query: { channelId }, signal }),
    enabled: channelId !== '',
  })
}

export function useSeries() {
  const { id } = useCompany()
  return useQuery({
    queryKey: key('series', id),
    queryFn: ({ signal }) => api.get<RecurrenceView[]>('/recurrences', { signal }),
  })
}

export function useOneSeries(recurrenceId: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: key('series', id, recurrenceId),
    queryFn: ({ signal }) => api.get<RecurrenceView>(`/recurrences/${recurrenceId}`, { signal }),
    enabled: recurrenceId !== '',
  })
}

/** Which times a rule gives; null: nothing to ask yet. */
export function useTimes(series: { rule: string; wallTime: string; timeZone: string } | null) {
  return useQuery({
    queryKey: key('times', series),
    queryFn: ({ signal }) => api.post<TimesView>('/recurrences/times', series, { signal }),
    enabled: series !== null,
    retry: false,
  })
}

/** The next free slot of the accounts chosen, asked again whenever the calendar changes. */
export function useNextSlot(channelIds: readonly string[]) {
  const { id } = useCompany()
  return useQuery({
    queryKey: key('next', id, channelIds),
    queryFn: ({ signal }) =>
      api.get<NextView>('/slots/next', { query: { channelIds: [...channelIds] }, signal }),
    enabled: channelIds.length > 0,
  })
}

/** What the past of an account says of its hours. Asked once a visit: it changes by the day. */
export function useBestHours(channelId: string | undefined) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['best-hours', id, channelId],
    queryFn: ({ signal }) =>
      api.get<HoursView>('/best-hours', { query: { channelId: channelId ?? '' }, signal }),
    enabled: Boolean(channelId),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useShelf() {
  const { id } = useCompany()
  return useQuery({
    queryKey: key('shelf', id),
    queryFn: ({ signal }) => api.get<EvergreenView[]>('/evergreens', { signal }),
  })
}
