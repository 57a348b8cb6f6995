import type { z } from 'zod'
import type { postInput } from '../posts/api.ts'
import type { Sent } from './weigh.ts'

type Draft = z.output<typeof postInput>

/** What a post that is being written would send by one account: its parts, and its first comment. */
export function partsOf(draft: Draft, variant: Draft['variants'][number]): Sent[] {
  const thread = variant.thread ?? draft.thread
  const comment = variant.firstComment ?? draft.firstComment
  const first = { text: variant.text ?? draft.text, mediaIds: variant.mediaIds ?? draft.mediaIds }
  const said = comment.trim() === '' ? [] : [{ text: comment, mediaIds: [] }]
  return [first, ...thread, ...said].map(({ text, mediaIds }, i) => ({
    kind: i === 0 ? 'post' : 'part',
    text,
    images: mediaIds.length,
  }))
}
