import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { leftSince } from '#connectors/_google/call.ts'
import { bare } from '#connectors/_google/words.ts'
import { uploadsOf } from './account.ts'
import { callForTime } from './api.ts'
import { publishedOf, videoFor } from './video.ts'

const uploadSchema = z.object({
  snippet: z.object({
    title: z.string().default(''),
    description: z.string().default(''),
    publishedAt: z.string(),
    resourceId: z.object({ videoId: z.string() }),
  }),
})

type Upload = z.infer<typeof uploadSchema>['snippet']

const pageSchema = z.object({
  items: z.array(uploadSchema).default([]),
  nextPageToken: z.string().optional(),
})

/** Five hundred videos. */
const mostPages = 10

/** Looks for a delivery among what the channel uploaded since it was planned, newest first, by YouTube’s own clock. */
export async function findVideo(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const { snippet: wanted } = videoFor(outgoing)
  const isSame = (upload: Upload) =>
    bare(upload.title) === bare(wanted.title) &&
    bare(upload.description) === bare(wanted.description)
  const playlistId = uploadsOf(account)
  const query: Record<string, string> = { part: 'snippet', playlistId, maxResults: '50' }
  let found: Upload | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await callForTime(tools, account, { path: 'playlistItems', query }, pageSchema)
    if (!answer.ok) return answer
    const { value, aheadMs } = answer.value
    const since = leftSince(outgoing.plannedAt, aheadMs)
    const all = value.items.map(({ snippet }) => snippet)
    const recent = all.filter(({ publishedAt }) => Date.parse(publishedAt) >= since)
    // The earliest one: what came after it was said again on purpose.
    found = recent.findLast((upload) => isSame(upload)) ?? found
    if (recent.length < all.length || !value.nextPageToken) {
      return done(found ? publishedAs(found, tools.clock.now()) : null)
    }
    query['pageToken'] = value.nextPageToken
  }
  if (found) return done(publishedAs(found, tools.clock.now()))
  return failed({ kind: 'unknown-outcome', detail: 'too many videos to be read back' })
}

const publishedAs = ({ resourceId, publishedAt }: Upload, now: Date) =>
  publishedOf({ id: resourceId.videoId, snippet: { publishedAt } }, now)
