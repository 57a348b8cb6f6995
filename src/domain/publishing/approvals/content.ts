import { createHash } from 'node:crypto'
import type { Draft } from '../posts/draft-post.ts'
import type { Media } from '../tables.ts'
import type { Hashes } from './model.ts'

/**
 * Which changes of a post void the approvals of what they touch, field by field. What people will read or see
 * does; what only sorts, counts or dates the post does not. The same table is in docs/approvals.md.
 */
export const VOIDS = {
  text: true,
  mediaIds: true,
  variants: true,
  thread: true,
  firstComment: true,
  poll: true,
  language: false,
  trackLinks: false,
  campaign: false,
  labels: false,
  about: false,
  campaignId: false,
} satisfies Record<keyof Draft, boolean>

/** What the hashes are made from: a draft as it was sent, or a post as it is kept. */
export type Said = Pick<Draft, 'text' | 'mediaIds' | 'thread' | 'firstComment' | 'poll'> & {
  variants: Pick<
    Draft['variants'][number],
    'channelId' | 'text' | 'mediaIds' | 'thread' | 'firstComment' | 'options'
  >[]
}

/**
 * What each account will say, as a hash: its words, pictures with their descriptions, thread, first comment, poll
 * and options. Not the hash of the ledger, which has links replaced and is made anew with the row.
 * @param media the pictures named, those that are missing count as absent
 */
export function hashesOf(
  said: Said,
  media: readonly Pick<Media, 'id' | 'sha256' | 'alt'>[],
): Hashes {
  const picture = (id: string) => {
    const found = media.find((one) => one.id === id)
    return found ? [found.sha256, found.alt] : null
  }
  const parts = (thread: Said['thread']) =>
    thread.map(({ text, mediaIds }) => [text, mediaIds.map(picture)])
  return Object.fromEntries(
    said.variants.map((own) => [
      own.channelId,
      digest([
        own.text ?? said.text,
        (own.mediaIds ?? said.mediaIds).map(picture),
        parts(own.thread ?? said.thread),
        own.firstComment ?? said.firstComment,
        said.poll && [said.poll.choices, said.poll.minutes, said.poll.multiple],
        Object.entries(own.options).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ]),
    ]),
  )
}

/** One hash for all accounts: what a reviewer has before their eyes. */
export const sealOf = (hashes: Hashes): string =>
  digest(Object.entries(hashes).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Pictures that a post shows, its own and those of its accounts. */
export function picturesIn({ mediaIds, thread, variants }: Said): string[] {
  const threads = [thread, ...variants.map((own) => own.thread ?? [])].flat()
  const all = [mediaIds, ...variants.map((own) => own.mediaIds ?? [])].flat()
  return [...new Set([...all, ...threads.flatMap((part) => part.mediaIds)])]
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
