import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { callForTime } from './api.ts'
import { postUrl } from './status.ts'

const postSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  video_description: z.string().nullish(),
  /** Seconds since 1970. */
  create_time: z.number(),
  share_url: z.string().nullish(),
})

type Post = z.infer<typeof postSchema>

const pageSchema = z.object({
  videos: z.array(postSchema).default([]),
  cursor: z.number().optional(),
  has_more: z.boolean().default(false),
})

/** Two hundred posts. */
const mostPages = 10
/** How far their clock may be behind ours when it does not tell, in milliseconds; a little when it does. */
const gap = { untold: 5 * 60_000, told: 5000 }

/** Looks for a delivery among the account's public posts since it was planned, newest first, by TikTok's own clock. */
export async function findPost(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const query = { fields: 'id,title,video_description,create_time,share_url' }
  let found: Post | undefined
  let cursor: number | undefined
  for (let page = 0; page < mostPages; page++) {
    const json = { max_count: 20, ...(cursor === undefined ? {} : { cursor }) }
    const request = { path: 'video/list/', query, method: 'POST' as const, json }
    const answer = await callForTime(tools, account, request, pageSchema)
    if (!answer.ok) return answer
    const { value, theirNow } = answer.value
    const ahead = theirNow ? theirNow.getTime() - tools.clock.now().getTime() : 0
    const since = outgoing.plannedAt.getTime() + ahead - (theirNow ? gap.told : gap.untold)
    const recent = value.videos.filter((post) => timeOf(post) >= since)
    // The earliest one: what came after it was said again on purpose.
    found = recent.findLast((post) => isSame(post, outgoing)) ?? found
    if (recent.length < value.videos.length || !value.has_more) {
      return done(found ? publishedFrom(account, outgoing, found) : null)
    }
    cursor = value.cursor
  }
  if (found) return done(publishedFrom(account, outgoing, found))
  return failed({ kind: 'unknown-outcome', detail: 'too many posts to be read back' })
}

const timeOf = ({ create_time }: Post) => create_time * 1000

/** TikTok says the words of a post in the one or the other. */
const isSame = ({ title, video_description }: Post, { text }: Outgoing) =>
  [title, video_description].some((words) => bare(words) === bare(text))

const bare = (words: string | null | undefined) =>
  (words ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()

const publishedFrom = ({ handle }: Account, { video }: Outgoing, post: Post): Published => ({
  remoteId: post.id,
  url: post.share_url || postUrl(handle, post.id, Boolean(video)),
  publishedAt: new Date(timeOf(post)),
})
