import { useQuery } from '@tanstack/react-query'
import type { AssistantAnswer } from '#domain/assistance/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** Where this company asks for help with its texts; null when it does not. */
export function useAssistant() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['assistant', id],
    queryFn: ({ signal }) => api.get<AssistantAnswer>('/assistant', { signal }),
    staleTime: 300_000,
  })
}
