import { useQuery } from '@tanstack/react-query'
import type { CrisisView } from '#domain/publishing/crisis/api.ts'
import { api } from '../api/api.ts'
import { useCompany } from '../api/session.ts'

/** What is held just now, oldest first; none most of the time. */
export function useCrisis(): CrisisView[] {
  const { id } = useCompany()
  const { data = [] } = useQuery({
    queryKey: ['crisis', id],
    queryFn: ({ signal }) => api.get<CrisisView[]>('/crisis', { signal }),
  })
  return data
}
