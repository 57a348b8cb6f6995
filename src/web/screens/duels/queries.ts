import { useQuery } from '@tanstack/react-query'
import type { DuelView } from '#domain/duels/api.ts'
import type { MediaView } from '#domain/publishing/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useFormat } from '#web/ui/index.ts'

export function useDuels() {
  const { id } = useCompany()
  const { locale } = useFormat()
  return useQuery({
    queryKey: ['duels', id, locale],
    queryFn: ({ signal }) => api.get<DuelView[]>('/duels', { signal }),
  })
}

export function useDuel(duelId: string) {
  const { locale } = useFormat()
  return useQuery({
    queryKey: ['duels', 'one', duelId, locale],
    queryFn: ({ signal }) => api.get<DuelView>(`/duels/${duelId}`, { signal }),
    // Votes come in from outside: nothing at the desk tells of them.
    refetchInterval: ({ state }) => (state.data?.closed === false ? 15_000 : false),
  })
}

const SHOWN = '24'

/** The latest pictures of the library. */
export function usePictures() {
  const { id } = useCompany()
  return useQuery({
    queryKey: ['media', id, 'latest'],
    queryFn: ({ signal }) =>
      api.get<{ items: MediaView[] }>('/media', { query: { limit: SHOWN }, signal }),
    select: ({ items }) => items.filter(({ type }) => type.startsWith('image/')),
  })
}
