import { useQuery } from '@tanstack/react-query'
import type { Span } from '#connectors/_contract/text-rules.ts'
import type { CardView } from '#domain/publishing/cards/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** What networks will find behind the first link of a text; undefined while that is not known, or without a link. */
export function useLinkCard(spans: readonly Span[]): CardView | undefined {
  const { id } = useCompany()
  const url = firstLink(spans)
  const { data } = useQuery({
    queryKey: ['link-cards', id, url],
    queryFn: ({ signal }) =>
      api.get<CardView>(`/link-cards?url=${encodeURIComponent(url ?? '')}`, { signal }),
    enabled: url !== null,
    staleTime: 600_000,
    retry: false,
  })
  return url === null ? undefined : data
}

function firstLink(spans: readonly Span[]): string | null {
  const value = spans.find(({ kind }) => kind === 'link')?.value
  if (!value) return null
  const url = URL.parse(value) ?? URL.parse(`https://${value}`)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
