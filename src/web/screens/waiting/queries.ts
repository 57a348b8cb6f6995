import { useQuery } from '@tanstack/react-query'
import type { AccessForecast } from '#domain/publishing/forecast/api.ts'
import type { WaitingItem } from '#domain/publishing/waiting/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** What leaves only when a person says so. */
export function useWaiting() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['posts', 'waiting', id],
    queryFn: ({ signal }) => api.get<WaitingItem[]>('/deliveries/waiting', { signal }),
  })
}

/** Accounts whose access ends before their posts leave. */
export function useAccessForecast() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['posts', 'access', id],
    queryFn: ({ signal }) => api.get<AccessForecast[]>('/access-forecast', { signal }),
  })
}
