import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'
import { answeredBy, type Post, postSchema, publishedOf } from './post.ts'
import { links } from './links.ts'

const pageSchema = z.object({
  data: z.array(postSchema).default([]),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})

/** 500 posts since the planned time. */
const mostPages = 5

/**
 * How far X's clock may be behind ours. Looking back that far finds no post but ours: X refuses the same words a second
 * time by itself.
 */
const clockGapMs = 5 * 60_000

/** Looks for a delivery among the account's own posts since it was planned. */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const since = new Date(outgoing.plannedAt.getTime() - clockGapMs)
  const query: Record<string, string> = {
    max_results: '100',
    start_time: since.toISOString(),
    exclude: 'retweets',
    'post.fields': 'created_at,attachments,entities,note_post',
    expansions: 'referenced_posts',
  }
  let found: Post | undefined
  for (let page = 0; page < mostPages; page++) {
    const path = `/2/users/${account.remoteId}/tweets`
    const answer = await call(tools, account, { path, query }, pageSchema)
    if (!answer.ok) return answer
    // The earliest one: what came after it was said again on purpose.
    found = answer.value.data.findLast((post) => isSame(post, outgoing)) ?? found
    const next = answer.value.meta?.next_token
    if (!next) return done(found ? publishedOf(account, found.id) : null)
    query['pagination_token'] = next
  }
  if (found) return done(publishedOf(account, found.id))
  return failed({ kind: 'unknown-outcome', detail: 'the account posted too much to be read back' })
}

function isSame(post: Post, outgoing: Outgoing): boolean {
  const { images, video, poll, replyTo } = outgoing
  const words = (post.note_post ?? post.note_tweet ?? post).text
  return (
    (post.attachments?.media_keys?.length ?? 0) === images.length + (video ? 1 : 0) &&
    Boolean(post.attachments?.poll_ids?.length) === Boolean(poll) &&
    answeredBy(post) === replyTo?.remoteId &&
    bare(words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) ===
      bare(outgoing.text)
  )
}

/** Without addresses, which X writes in its own way, and without the names that it puts before an answer. */
function bare(words: string): string {
  let left = ''
  let at = 0
  for (const { start, end } of links(words)) {
    left += words.slice(at, start)
    at = end
  }
  return (left + words.slice(at))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:@\w+ )+/, '')
}
