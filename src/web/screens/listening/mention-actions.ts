import { useLingui } from '@lingui/react/macro'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { MentionsPage, MentionView } from '#domain/listening/api.ts'
import type { Want } from '#domain/listening/signals/names.ts'
import { api, useMay } from '#web/api/index.ts'
import { useProblemWords, useToast } from '#web/ui/index.ts'

type Stream = InfiniteData<MentionsPage>

interface HowDismissed {
  /** With everything in its fold. */
  alike?: boolean
  /** It takes a dismissal back, which is not told again. */
  undone?: boolean
}

/** Dismisses a mention or puts it back; the row leaves at once, and Undo brings it back. */
export function useDismiss() {
  const { t } = useLingui()
  const toast = useToast()
  const client = useQueryClient()
  const wordsOf = useProblemWords()
  return useCallback(
    async function dismiss(
      { id, dismissed: was }: MentionView,
      dismissed: boolean,
      { alike = false, undone = false }: HowDismissed = {},
    ) {
      client.setQueriesData<Stream>(
        { queryKey: ['mentions'], predicate: isStream },
        (stream) => stream && edited(stream, (items) => items.filter((item) => item.id !== id)),
      )
      try {
        const changes = dismissed ? { dismissed, seen: true } : { dismissed }
        await api.patch(`/mentions/${id}`, { ...changes, alike })
        if (undone) return
        toast({
          text: dismissed ? t`Mention dismissed` : t`Mention restored`,
          undo: () => void dismiss({ id, dismissed } as MentionView, was, { alike, undone: true }),
        })
      } catch (problem) {
        toast({ text: wordsOf(problem).title, kind: 'bad' })
      } finally {
        await client.invalidateQueries({ queryKey: ['mentions'] })
      }
    },
    [client, toast, wordsOf, t],
  )
}

/** Marks as seen, on the screen first; a failure is silent, for nothing is lost by it. Whoever only reads marks nothing. */
export function useMarkSeen() {
  const client = useQueryClient()
  const may = useMay('listening:write')
  return useCallback(
    async (mentions: readonly MentionView[], alike = false) => {
      const ids = mentions.filter((mention) => !mention.seen).map((mention) => mention.id)
      if (ids.length === 0 || !may) return
      const marked = new Set(ids)
      client.setQueriesData<Stream>(
        { queryKey: ['mentions'], predicate: isStream },
        (stream) =>
          stream &&
          edited(stream, (items) =>
            items.map((item) => (marked.has(item.id) ? { ...item, seen: true } : item)),
          ),
      )
      for (let from = 0; from < ids.length; from += 200) {
        await api
          .post('/mentions/seen', { ids: ids.slice(from, from + 200), alike })
          .catch(() => {})
      }
      await client.invalidateQueries({ queryKey: ['mentions'], predicate: (q) => !isStream(q) })
    },
    [client, may],
  )
}

function isStream({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return queryKey[2] === 'stream'
}

function edited(stream: Stream, edit: (items: MentionView[]) => MentionView[]): Stream {
  return {
    ...stream,
    pages: stream.pages.map((page) => ({ ...page, items: edit(page.items) })),
  }
}

/** What a person says of an opinion, or of all that a mention wants and risks; null gives it back to what the desk read. */
export interface Correction {
  sentiment?: 'negative' | 'neutral' | 'positive' | null
  wants?: readonly Want[] | null
}

/** Keeps what a person says of what the desk read, in a mention and, where they are folded, in all that says the same. */
export function useCorrect() {
  const toast = useToast()
  const client = useQueryClient()
  const wordsOf = useProblemWords()
  return useCallback(
    async (id: string, correction: Correction, alike: boolean) => {
      try {
        const said = await api.patch<MentionView>(`/mentions/${id}`, { ...correction, alike })
        client.setQueriesData<Stream>(
          { queryKey: ['mentions'], predicate: isStream },
          (stream) =>
            stream &&
            edited(stream, (items) => items.map((item) => (item.id === id ? said : item))),
        )
      } catch (problem) {
        toast({ text: wordsOf(problem).title, kind: 'bad' })
      } finally {
        await client.invalidateQueries({ queryKey: ['mentions'] })
      }
    },
    [client, toast, wordsOf],
  )
}
