import { useQuery } from '@tanstack/react-query'
import type { CrisisScope, CrisisTargets } from '#domain/publishing/crisis/api.ts'
import { api, useCompany } from '#web/api/index.ts'

type Target = CrisisTargets['account'][number]

/** What one may hold of each kind; a kind without any is not offered. */
export function useTargets(): Record<CrisisScope, Target[]> {
  const { id } = useCompany()
  const { data } = useQuery({
    queryKey: ['crisis', id, 'targets'],
    queryFn: ({ signal }) => api.get<CrisisTargets>('/crisis/targets', { signal }),
  })
  return { company: [], network: [], account: [], campaign: [], ...data }
}
