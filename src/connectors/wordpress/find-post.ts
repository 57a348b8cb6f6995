import { z } from 'zod'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { call, hearing } from './api.ts'
import { isMarked } from './blocks.ts'
import { instant } from './reply.ts'
import { siteOf } from './site.ts'

export const postSchema = z.object({
  id: z.number(),
  status: z.string(),
  link: z.string(),
  date_gmt: z.string(),
})

export type Post = z.infer<typeof postSchema>

const listedSchema = postSchema.extend({
  modified_gmt: z.string(),
  content: z.object({ raw: z.string() }),
})

const minute = 60_000
const perPage = 50
const mostPages = 20

/**
 * The post of a delivery, put out or still a draft, by the mark in its content; null when there is certainly none.
 * The account's posts are read from the latest written, back to what was last touched before the delivery was
 * planned, on the site's clock: nothing older can be it.
 */
export async function findPost(
  tools: Tools,
  account: Account,
  { id, plannedAt }: Pick<Outgoing, 'id' | 'plannedAt'>,
): Promise<Outcome<Post | null>> {
  const ear = hearing(tools)
  for (let page = 1; page <= mostPages; page++) {
    const query = {
      context: 'edit',
      author: String(siteOf(account).userId),
      status: 'publish,future,draft,pending,private',
      orderby: 'id',
      order: 'desc',
      per_page: String(perPage),
      page: String(page),
      _fields: 'id,status,link,date_gmt,modified_gmt,content',
    }
    const request = { route: '/wp/v2/posts', query }
    const answer = await call(ear.tools, account, request, z.array(listedSchema))
    if (!answer.ok) return isPastTheEnd(answer.failure.detail) ? done(null) : answer
    const found = answer.value.find(({ content }) => isMarked(content.raw, id))
    if (found) return done(found)
    const since = plannedThere(plannedAt, ear.heard(), tools)
    const isOlder = answer.value.every((post) => instant(post.modified_gmt).getTime() < since)
    if (isOlder || answer.value.length < perPage) return done(null)
  }
  const detail = `more than ${perPage * mostPages} posts since the delivery was planned`
  return failed({ kind: 'transient', detail })
}

const isPastTheEnd = (detail: string) => detail.includes('rest_post_invalid_page_number')

/** Ten minutes before, as the site tells the time. */
function plannedThere(plannedAt: Date, headers: Headers, { clock }: Pick<Tools, 'clock'>): number {
  const now = clock.now().getTime()
  const theirs = Date.parse(headers.get('date') ?? '') || now
  return plannedAt.getTime() + (theirs - now) - 10 * minute
}
