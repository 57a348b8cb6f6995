import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LabelSuggestionsView } from '#domain/publishing/labels/api.ts'
import { api, useCompany } from '#web/api/index.ts'

/** The last words asked about, once writing has paused for a second. */
const PAUSE_MS = 1000

/**
 * What the words of a post suggest it is to its reader, for the picker of labels; nothing while they say too little.
 * @param text the main text
 */
export function useSuggestedLabels(
  text: string,
  language: 'en' | 'fr' | null,
  postId: string | null,
) {
  const { id } = useCompany()
  const asked = usePaused(text.trim())
  const { data } = useQuery({
    queryKey: ['posts', 'suggested-labels', id, asked, language, postId],
    queryFn: ({ signal }) =>
      api.post<LabelSuggestionsView>(
        '/posts/suggest-labels',
        { text: asked, language, postId },
        { signal },
      ),
    enabled: asked !== '',
    placeholderData: (former) => former,
    retry: false,
    gcTime: 30_000,
  })
  if (asked === '' || !data) return undefined
  const { labels, about } = data
  const words = [
    ...new Set([...labels.flatMap(({ because }) => because), ...(about?.because ?? [])]),
  ]
  const quoted = words.slice(0, 5).join(', ')
  return {
    labels: labels.map(({ label }) => label),
    about: about?.about ?? null,
    why: quoted === '' ? null : <Trans>Because of: {quoted}.</Trans>,
  }
}

function usePaused(value: string): string {
  const [paused, pause] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => pause(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
