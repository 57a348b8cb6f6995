import { queryOptions, useQuery } from '@tanstack/react-query'
import type { MemberView } from '#domain/governance/api.ts'
import { api } from './api.ts'
import { useCompany } from './session.ts'

/** Who belongs to a company. */
export const membersQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['members', companyId],
    queryFn: ({ signal }) => api.get<MemberView[]>('/members', { signal }),
  })

/** Those of the company that is shown, to name them or to choose one. */
export function useMembers() {
  const { id } = useCompany()
  return useQuery({ ...membersQuery(id), staleTime: 5 * 60_000 })
}
