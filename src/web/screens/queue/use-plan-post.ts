import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { RecurrenceView } from '#domain/planning/recurrences/api.ts'
import type { PostView } from '#domain/publishing/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { useFormat } from '#web/ui/index.ts'
import type { Draft } from '../composer/draft.ts'
import { wallTimeOf, type When } from '../composer/when.ts'
import { ruleOf } from './repeat.ts'

interface Asked {
  postId: string
  version: number
  draft: Draft
  when: When
}

/** What was done, and how to undo it. */
export interface Planned {
  text: string
  undone: string
  undo: () => Promise<unknown>
}

/** Whether a time is found by the desk, or comes again: then no single hour is asked for. */
export const isPlannedOtherwise = ({ mode, repeat }: When): boolean =>
  mode === 'queue' || (mode === 'at' && Boolean(repeat))

/** Puts a post into the queue, or begins a series with it; null when neither is asked for. */
export function usePlanPost(): (asked: Asked) => Promise<Planned | null> {
  const { t } = useLingui()
  const f = useFormat()
  const client = useQueryClient()
  const { timeZone } = useCompany()
  const refresh = () => client.invalidateQueries({ queryKey: ['posts'] })

  const enqueue = async ({ postId, version }: Asked): Promise<Planned> => {
    const post = await api.post<PostView>(`/posts/${postId}/queue`, { version })
    void refresh()
    const when = f.dateTime(post.scheduledAt ?? '')
    return {
      text: t`In the queue: ${when}`,
      undone: t`Back to draft`,
      undo: () => api.post(`/posts/${postId}/unschedule`, { version: post.version }).then(refresh),
    }
  }
  const repeat = async ({ postId, draft, when }: Asked): Promise<Planned | null> => {
    const wallTime = wallTimeOf(when)
    const rule = when.repeat && wallTime ? ruleOf(when.repeat, when.date) : null
    if (!rule || !wallTime || !when.repeat) return null
    const others = when.repeat.texts.filter((text) => text.trim() !== '')
    const texts = others.length > 0 ? [draft.text, ...others] : []
    const asked = { post: draft, fromPostId: postId, rule, wallTime, timeZone, texts }
    const { id, left } = await api.post<RecurrenceView>('/recurrences', asked)
    void refresh()
    return {
      text: t`The series is on the calendar: ${left} times`,
      undone: t`Back to draft`,
      undo: async () => {
        await api.post(`/recurrences/${id}/state`, { state: 'off' })
        await api.post(`/posts/${postId}/restore`, {})
        await refresh()
      },
    }
  }
  return async (asked) =>
    asked.when.mode === 'queue' ? enqueue(asked) : asked.when.repeat ? repeat(asked) : null
}
