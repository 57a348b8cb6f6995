import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { HashtagView, MentionView } from '#domain/publishing/completion/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import type { WordAt } from './word-at.ts'

/** One way to finish the word under way. */
export type Proposal =
  | { kind: 'hashtag'; key: string; insert: string; hashtag: HashtagView }
  | { kind: 'mention'; key: string; insert: string; person: MentionView }

const PAUSE_MS = 220
const NONE: readonly Proposal[] = []

/**
 * How the word under way could end, asked after a short pause in writing.
 * @param channelIds the accounts the text would leave by
 */
export function useProposals(
  word: WordAt | null,
  channelIds: readonly string[],
): readonly Proposal[] {
  const { id } = useCompany()
  const question = word ? `${word.kind} ${word.begins}` : ''
  const asked = usePaused(question)
  const [kind = '', begins = ''] = asked.split(' ')
  const isMention = kind === 'mention'
  const { data } = useQuery({
    queryKey: ['completion', id, asked, isMention ? channelIds : null],
    queryFn: ({ signal }) =>
      isMention ? people(begins, channelIds, signal) : hashtags(begins, signal),
    enabled: asked !== '' && (!isMention || channelIds.length > 0),
    staleTime: 60_000,
    retry: false,
  })
  // An answer to letters that are no longer the last ones is none.
  return asked === question && question !== '' ? (data ?? NONE) : NONE
}

async function hashtags(begins: string, signal: AbortSignal): Promise<Proposal[]> {
  const found = await api.get<HashtagView[]>(`/posts/hashtags?q=${encodeURIComponent(begins)}`, {
    signal,
  })
  return found.map((hashtag) => ({
    kind: 'hashtag',
    key: hashtag.tag,
    insert: `#${hashtag.tag} `,
    hashtag,
  }))
}

async function people(
  begins: string,
  channelIds: readonly string[],
  signal: AbortSignal,
): Promise<Proposal[]> {
  const query = new URLSearchParams([['q', begins], ...channelIds.map((id) => ['channelId', id])])
  const found = await api.get<MentionView[]>(`/posts/mentions?${query}`, { signal })
  return found.map((person) => ({
    kind: 'mention',
    key: `${person.connectorId} ${person.handle}`,
    insert: `@${person.handle} `,
    person,
  }))
}

function usePaused(value: string): string {
  const [paused, pause] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => pause(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
