import { z } from 'zod'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { leftSince, readWithClock } from '#connectors/_google/call.ts'
import { bare } from '#connectors/_google/words.ts'
import { placeOf } from './account.ts'
import { posts, service } from './api.ts'
import { detailsOf } from './options.ts'
import { type Post, postSchema } from './post.ts'

/** A thousand posts. */
const mostPages = 10

const pageSchema = z.object({
  localPosts: z.array(postSchema).default([]),
  nextPageToken: z.string().optional(),
})

/** Looks for a delivery among the posts of the location since it was planned, by Google’s own clock. */
export async function findPost(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Post | null>> {
  const url = `${posts}/${placeOf(account)}/localPosts`
  const query: Record<string, string> = { pageSize: '100' }
  const read: Post[] = []
  for (let page = 0; page < mostPages; page++) {
    const answer = await readWithClock(tools, account, service, { url, query }, pageSchema)
    if (!answer.ok) return answer
    const { value, aheadMs } = answer.value
    const since = leftSince(outgoing.plannedAt, aheadMs)
    read.push(...value.localPosts)
    const isWhole = !value.nextPageToken || isPast(read, since)
    if (isWhole) {
      const same = read.filter((post) => timeOf(post) >= since && isSame(post, outgoing))
      // The earliest one: what came after it was said again on purpose.
      return done(same.toSorted((a, b) => timeOf(a) - timeOf(b))[0] ?? null)
    }
    query['pageToken'] = value.nextPageToken ?? ''
  }
  return failed({ kind: 'unknown-outcome', detail: 'too many posts to be read back' })
}

const timeOf = ({ createTime }: Post) => Date.parse(createTime ?? '')

/**
 * Google does not say in what order it lists posts. Where all that was read came newest first, what follows is older
 * still and need not be read.
 */
function isPast(read: Post[], since: number): boolean {
  const times = read.map((post) => timeOf(post))
  const isNewestFirst = times.every((time, i) => i === 0 || time <= (times[i - 1] ?? 0))
  return isNewestFirst && (times.at(-1) ?? Infinity) < since
}

function isSame(post: Post, outgoing: Outgoing): boolean {
  const { topicType, event } = detailsOf(outgoing)
  return (
    bare(post.summary) === bare(outgoing.text) &&
    (post.topicType ?? 'STANDARD') === topicType &&
    bare(post.event?.title) === bare(event?.title)
  )
}
