import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { call, escapedUrn } from '#connectors/_linkedin/api.ts'
import { confirmComment } from '#connectors/_linkedin/comment.ts'
import { fromLittle } from '#connectors/_linkedin/little.ts'
import { questionOf } from '#connectors/_linkedin/poll.ts'

const postSchema = z.object({
  id: z.string(),
  commentary: z.string().default(''),
  createdAt: z.number().optional(),
  publishedAt: z.number().optional(),
  content: z
    .object({
      media: z.object({ id: z.string() }).optional(),
      multiImage: z.object({ images: z.array(z.unknown()) }).optional(),
      poll: z.object({ question: z.string() }).optional(),
    })
    .optional(),
})

type Post = z.infer<typeof postSchema>

/**
 * How far LinkedIn's clock may be behind ours. Looking back that far finds no post but ours: LinkedIn refuses the same
 * post a second time by itself.
 */
const clockGapMs = 5 * 60_000
/** 500 posts since the planned time. */
const mostPages = 10
const pageSize = 50

/** Looks for a delivery among the page's own posts, or among the comments of what it answers. */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const since = new Date(outgoing.plannedAt.getTime() - clockGapMs)
  if (outgoing.replyTo) return confirmComment(tools, account, outgoing, since)
  const author = escapedUrn(account.remoteId)
  let found: Post | undefined
  for (let page = 0; page < mostPages; page++) {
    const request = {
      path: `posts?q=author&author=${author}&start=${page * pageSize}&count=${pageSize}&sortBy=CREATED`,
      headers: { 'x-restli-method': 'FINDER' },
    }
    const answer = await call(tools, account, request, z.object({ elements: z.array(postSchema) }))
    if (!answer.ok) return answer
    const { elements } = answer.value
    const recent = elements.filter((post) => timeOf(post) >= since.getTime())
    // The earliest one: what came after it was said again on purpose.
    found = recent.findLast((post) => isSame(post, outgoing)) ?? found
    if (recent.length < elements.length || elements.length < pageSize) {
      return done(found ? publishedOf(found) : null)
    }
  }
  if (found) return done(publishedOf(found))
  return failed({ kind: 'unknown-outcome', detail: 'the page posted too much to be read back' })
}

const timeOf = ({ publishedAt, createdAt }: Post) => publishedAt ?? createdAt ?? 0

function publishedOf(post: Post): Published {
  const url = `https://www.linkedin.com/feed/update/${post.id}/`
  return { remoteId: post.id, url, publishedAt: new Date(timeOf(post)) }
}

function isSame({ commentary, content }: Post, outgoing: Outgoing): boolean {
  const { images, video } = outgoing
  const { above, question } = questionOf(outgoing)
  const media = content?.multiImage?.images.length ?? (content?.media ? 1 : 0)
  return (
    media === images.length + (video ? 1 : 0) &&
    (content?.poll?.question ?? '') === question &&
    fromLittle(commentary).trim() === above.trim()
  )
}
