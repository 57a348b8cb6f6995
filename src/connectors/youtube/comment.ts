import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected } from '#connectors/_contract/refusals.ts'
import { leftSince } from '#connectors/_google/call.ts'
import { bare } from '#connectors/_google/words.ts'
import { call, callForTime, network } from './api.ts'
import { isVideo, urlOf } from './video.ts'

/** What we use of a comment. */
export const commentSchema = z.object({
  id: z.string(),
  snippet: z.object({
    videoId: z.string().optional(),
    authorDisplayName: z.string().default(''),
    authorProfileImageUrl: z.string().optional(),
    authorChannelUrl: z.string().optional(),
    authorChannelId: z.object({ value: z.string() }).optional(),
    textDisplay: z.string().default(''),
    textOriginal: z.string().optional(),
    publishedAt: z.string(),
  }),
})

export type Comment = z.infer<typeof commentSchema>

/** A comment with those that answer it; not always all of them. */
export const threadSchema = z.object({
  id: z.string(),
  snippet: z.object({
    videoId: z.string().optional(),
    topLevelComment: commentSchema,
    totalReplyCount: z.number().default(0),
  }),
  replies: z.object({ comments: z.array(commentSchema).default([]) }).optional(),
})

type Target = NonNullable<Outgoing['replyTo']>

/** YouTube has two floors: what answers an answer stands under the comment that both answer. */
const parentOf = ({ remoteId, data }: Target) => String(data?.['parent'] ?? remoteId)

/** Says something under a video, or under somebody’s comment. */
export async function comment(
  tools: Tools,
  account: Account,
  { text, images, video }: Outgoing,
  target: Target,
): Promise<Outcome<Published>> {
  if (images.length > 0 || video) return rejected(video ? 'video' : 'images', wordsOnly)
  if (text.trim() === '') return rejected('text', emptyPost(network))
  const query = { part: 'snippet' }
  const sending = { query, method: 'POST' as const, publishes: true }
  if (isVideo(target.remoteId)) {
    const topLevelComment = { snippet: { textOriginal: text } }
    const json = { snippet: { videoId: target.remoteId, topLevelComment } }
    const request = { ...sending, path: 'commentThreads', json }
    const made = await call(tools, account, request, threadSchema)
    return made.ok ? done(publishedOf(made.value.snippet.topLevelComment, target)) : made
  }
  const json = { snippet: { parentId: parentOf(target), textOriginal: text } }
  const made = await call(tools, account, { ...sending, path: 'comments', json }, commentSchema)
  return made.ok ? done(publishedOf(made.value, target)) : made
}

function publishedOf({ id, snippet }: Comment, target: Target): Published {
  const under = isVideo(target.remoteId)
  const video = under ? target.remoteId : String(target.data?.['video'] ?? snippet.videoId ?? '')
  return {
    remoteId: id,
    url: commentUrl(video, id),
    publishedAt: new Date(snippet.publishedAt),
    data: { parent: under ? id : parentOf(target), ...(video ? { video } : {}) },
  }
}

export const commentUrl = (video: string, id: string) =>
  video === '' ? 'https://www.youtube.com/' : `${urlOf(video)}&lc=${encodeURIComponent(id)}`

/** A thousand comments. */
const mostPages = 10

/** Looks for a comment of ours, since it was planned, among those under what it answers. */
export async function findComment(
  tools: Tools,
  account: Account,
  { text, plannedAt }: Outgoing,
  target: Target,
): Promise<Outcome<Published | null>> {
  const under = isVideo(target.remoteId)
  const path = under ? 'commentThreads' : 'comments'
  const query: Record<string, string> = {
    ...(under ? { videoId: target.remoteId, order: 'time' } : { parentId: parentOf(target) }),
    part: 'snippet',
    maxResults: '100',
    textFormat: 'plainText',
  }
  const schema = z.object({
    items: z
      .array(z.union([threadSchema.transform((one) => one.snippet.topLevelComment), commentSchema]))
      .default([]),
    nextPageToken: z.string().optional(),
  })
  const isOurs = ({ snippet }: Comment) =>
    snippet.authorChannelId?.value === account.remoteId &&
    bare(snippet.textOriginal ?? snippet.textDisplay) === bare(text)
  for (let page = 0; page < mostPages; page++) {
    const answer = await callForTime(tools, account, { path, query }, schema)
    if (!answer.ok) return answer
    const { value, aheadMs } = answer.value
    const since = leftSince(plannedAt, aheadMs)
    const recent = value.items.filter(({ snippet }) => Date.parse(snippet.publishedAt) >= since)
    const found = recent.find((one) => isOurs(one))
    if (found) return done(publishedOf(found, target))
    // Under a video, what is newest comes first; answers to a comment come in no order that is told.
    const isPast = under && recent.length < value.items.length
    if (isPast || !value.nextPageToken) return done(null)
    query['pageToken'] = value.nextPageToken
  }
  return failed({ kind: 'unknown-outcome', detail: 'too many comments to be read back' })
}

const wordsOnly = {
  en: 'A comment on YouTube has words only: take the image or the video out.',
  fr: 'Un commentaire sur YouTube n’a que des mots : retirez l’image ou la vidéo.',
}
