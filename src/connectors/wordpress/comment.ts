import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { call, hearing } from './api.ts'
import { plain } from './blocks.ts'
import { instant } from './reply.ts'
import { siteOf } from './site.ts'

export const commentSchema = z.object({
  id: z.number(),
  post: z.number(),
  parent: z.number(),
  author: z.number(),
  author_name: z.string(),
  author_email: z.string().optional().catch(undefined),
  author_url: z.string().optional().catch(undefined),
  author_avatar_urls: z.record(z.string(), z.string()).optional().catch(undefined),
  date: z.string(),
  date_gmt: z.string(),
  content: z.object({ rendered: z.string() }),
  link: z.string(),
  status: z.string(),
})

export type Comment = z.infer<typeof commentSchema>

/** Posts and comments are numbered apart: comments have a word before their number. */
export const remoteIdOf = ({ id }: Pick<Comment, 'id'>): string => `comment-${id}`

/** The number of a comment, or null when it is a post that is named. */
export const idOfComment = (remoteId: string): number | null => {
  const [, id] = /^comment-(\d+)$/.exec(remoteId) ?? []
  return id ? Number(id) : null
}

type ReplyTo = NonNullable<Outgoing['replyTo']>

const dataSchema = z.object({ post: z.number(), status: z.string().default('approved') })

interface Place {
  post: number
  /** 0: right under the post. */
  parent: number
  isHeld: boolean
}

/** Says something under a post, or answers a comment; one that waits for approval is approved by being answered. */
export async function sendComment(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
  replyTo: ReplyTo,
): Promise<Outcome<Published>> {
  const place = await placeOf(tools, account, replyTo)
  if (!place.ok) return place
  const { post, parent, isHeld } = place.value
  if (isHeld && siteOf(account).canModerate) {
    const approval = {
      route: `/wp/v2/comments/${parent}`,
      method: 'POST' as const,
      json: { status: 'approve' },
    }
    const approved = await call(tools, account, approval, z.unknown())
    if (!approved.ok) return approved
  }
  const request = {
    route: '/wp/v2/comments',
    method: 'POST' as const,
    json: { post, content: plain(outgoing.text), ...(parent ? { parent } : {}) },
    publishes: true,
  }
  const made = await call(tools, account, request, commentSchema)
  return made.ok ? done(publishedOf(made.value)) : made
}

/**
 * Our comment of these words at that place since the delivery was planned. WordPress itself refuses the same words
 * twice at one place, so that there is never a second one.
 */
export async function confirmComment(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
  replyTo: ReplyTo,
): Promise<Outcome<Published | null>> {
  const place = await placeOf(tools, account, replyTo)
  // What it answers is gone: so is any answer.
  if (!place.ok) return place.failure.kind === 'rejected' ? done(null) : place
  const { canModerate, userId } = siteOf(account)
  const ear = hearing(tools)
  for (let page = 1; page <= mostPages; page++) {
    const query = {
      post: String(place.value.post),
      parent: String(place.value.parent),
      order: 'desc',
      orderby: 'date_gmt',
      per_page: '100',
      page: String(page),
      ...(canModerate ? { status: 'all', author: String(userId) } : {}),
    }
    const request = { route: '/wp/v2/comments', query }
    const answer = await call(ear.tools, account, request, z.array(commentSchema))
    if (!answer.ok) return answer
    const since = plannedThere(outgoing.plannedAt, ear.heard(), tools)
    const recent = answer.value.filter(({ date_gmt }) => instant(date_gmt).getTime() >= since)
    const ours = recent.filter(({ author }) => author === userId)
    const found = ours.find(
      ({ content }) => bare(htmlToText(content.rendered)) === bare(outgoing.text),
    )
    if (found) return done(publishedOf(found))
    if (recent.length < 100) return done(null)
  }
  return failed({ kind: 'transient', detail: 'too many comments since the delivery was planned' })
}

const mostPages = 10

/** WordPress keeps whole seconds. */
function plannedThere(plannedAt: Date, headers: Headers, { clock }: Pick<Tools, 'clock'>): number {
  const theirs = Date.parse(headers.get('date') ?? '')
  const now = clock.now().getTime()
  const isTold = !Number.isNaN(theirs)
  return plannedAt.getTime() + (isTold ? theirs - now : 0) - (isTold ? 5000 : 300_000)
}

/** Letters and figures: WordPress changes quotes, dashes and some faces. */
const bare = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}\p{Cf}\p{M}]+/gu, '')
    .toLowerCase()

const publishedOf = (comment: Comment): Published => ({
  remoteId: remoteIdOf(comment),
  url: comment.link,
  publishedAt: instant(comment.date_gmt),
  data: { post: comment.post, status: 'approved' },
})

/** Which post, and under what: the comment itself says it where what we kept does not. */
async function placeOf(
  tools: Tools,
  account: Account,
  { remoteId, data }: ReplyTo,
): Promise<Outcome<Place>> {
  const parent = idOfComment(remoteId)
  if (parent === null) return done({ post: Number(remoteId), parent: 0, isHeld: false })
  const known = dataSchema.safeParse(data)
  if (known.success) {
    return done({ post: known.data.post, parent, isHeld: known.data.status === 'hold' })
  }
  const comment = await call(tools, account, { route: `/wp/v2/comments/${parent}` }, commentSchema)
  if (!comment.ok) return comment
  const { post, status } = comment.value
  return done({ post, parent, isHeld: status === 'hold' })
}
