import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { addressOf, blogPath } from './account.ts'
import { callAs, clockAsked } from './api.ts'
import { paragraphs } from './text.ts'

/** What we use of a post in the Neue Post Format (www.tumblr.com/docs/npf, read 2026-11-25). */
const postSchema = z.object({
  id_string: z.string(),
  timestamp: z.number(),
  parent_post_id: z.unknown().optional(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })).default([]),
})

type Post = z.infer<typeof postSchema>

const pageSize = 20
/** Two hundred posts since the planned time. */
const mostPages = 10

/** Looks for a delivery among the blog's own posts since it was planned: same words, as many images. */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const planned = await plannedOnTheirClock(tools, clockAsked(account), outgoing.plannedAt)
  if (!planned.ok) return planned
  const since = planned.value.getTime() / 1000
  let found: Post | undefined
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({
      npf: 'true',
      limit: String(pageSize),
      offset: String(page * pageSize),
    })
    const path = `${blogPath(account)}/posts?${query}`
    const answer = await callAs(tools, account, { path }, z.object({ posts: z.array(postSchema) }))
    if (!answer.ok) return answer
    const { posts } = answer.value
    const recent = posts.filter(({ timestamp }) => timestamp >= since)
    // The earliest one: what came after it was said again on purpose.
    found = recent.findLast((post) => isSame(post, outgoing)) ?? found
    if (posts.length < pageSize || recent.length < posts.length) {
      return done(found ? publishedOf(account, found) : null)
    }
  }
  if (found) return done(publishedOf(account, found))
  return failed({ kind: 'transient', detail: 'more was posted since than we look through' })
}

function isSame({ content, parent_post_id }: Post, { text, images }: Outgoing): boolean {
  const words = content.flatMap((block) => (block.type === 'text' ? [block.text ?? ''] : []))
  const pictures = content.filter(({ type }) => type === 'image').length
  return (
    !parent_post_id &&
    pictures === images.length &&
    bare(words.join('')) === bare(paragraphs(text).join(''))
  )
}

const bare = (words: string) => words.normalize('NFC').replace(/\s+/gu, '')

const publishedOf = ({ handle }: Account, { id_string, timestamp }: Post): Published => ({
  remoteId: id_string,
  url: addressOf(handle, id_string),
  publishedAt: new Date(timestamp * 1000),
})
