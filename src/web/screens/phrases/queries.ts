import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PhraseKind, PhraseView } from '#domain/publishing/phrases/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** Hashtag sets, snippets and templates of the company, by name. */
export function usePhrases() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['phrases', id],
    queryFn: ({ signal }) => api.get<PhraseView[]>('/phrases', { signal }),
  })
}

/** Whatever changes the phrases; the list is read again. */
export function useChangePhrases<T>(change: (input: T) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['phrases'] }),
  })
}

export const KINDS: readonly PhraseKind[] = ['template', 'snippet', 'hashtags']
