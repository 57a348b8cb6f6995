import { useQuery } from '@tanstack/react-query'
import type {
  AlertDetail,
  AlertSettings,
  AlertsView,
  RiskyPosts,
} from '#domain/listening/alerts/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** Events of alerts make it stale; silences tell no event, so that it is asked again every minute. */
export function useAlerts() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['alerts', id, 'all'],
    queryFn: ({ signal }) => api.get<AlertsView>('/alerts', { signal }),
    refetchInterval: 60_000,
  })
}

export function useAlert(alertId: string) {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['alerts', id, 'one', alertId],
    queryFn: ({ signal }) => api.get<AlertDetail>(`/alerts/${alertId}`, { signal }),
    enabled: alertId !== '',
  })
}

export function useAlertSettings() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['alerts', id, 'settings'],
    queryFn: ({ signal }) => api.get<AlertSettings>('/alerts/settings', { signal }),
  })
}

/** How many posts of each risk came of late. */
export function useRiskyPosts() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['alerts', id, 'risky-posts'],
    queryFn: ({ signal }) => api.get<RiskyPosts>('/alerts/risky-posts', { signal }),
  })
}
