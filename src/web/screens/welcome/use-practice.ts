import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, type Company, sessionQuery, setCurrentCompanyId } from '#web/api/index.ts'

/** Makes the practice company and goes there. */
export function usePractice() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => api.post<Company>('/practice'),
    onSuccess: async (company) => {
      setCurrentCompanyId(company.id)
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
      await navigate({ to: '/calendar' })
    },
  })
}
