import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'
import { markOf } from './html.ts'

const postSchema = z.object({
  id: z.string(),
  status: z.string(),
  url: z.string(),
  updated_at: z.string(),
  published_at: z.string().nullish(),
  codeinjection_foot: z.string().nullish(),
})

export type Post = z.infer<typeof postSchema>

/** Ghost wraps everything in a list under its own name. */
export const onePost = z.object({ posts: z.array(postSchema).length(1) })

export const publishedOf = ({ id, url, published_at, updated_at }: Post): Published => ({
  remoteId: id,
  url,
  publishedAt: new Date(published_at ?? updated_at),
})

const perPage = 50
const mostPages = 20
/** An hour before, for whatever the site's clock says: the mark alone decides. */
const slackMs = 60 * 60_000

/**
 * The post of a delivery, put out or still a draft, by the mark that it carries; null when there is certainly none.
 * Only posts made since the delivery was planned are read.
 */
export async function findPost(
  tools: Tools,
  account: Account,
  { id, plannedAt }: Pick<Outgoing, 'id' | 'plannedAt'>,
): Promise<Outcome<Post | null>> {
  const since = new Date(plannedAt.getTime() - slackMs).toISOString().slice(0, 19).replace('T', ' ')
  for (let page = 1; page <= mostPages; page++) {
    const query = {
      filter: `created_at:>='${since}'`,
      order: 'created_at desc',
      limit: String(perPage),
      page: String(page),
    }
    const schema = z.object({ posts: z.array(postSchema) })
    const answer = await call(tools, account, { path: 'posts/', query }, schema)
    if (!answer.ok) return answer
    const found = answer.value.posts.find((post) => post.codeinjection_foot === markOf(id))
    if (found) return done(found)
    if (answer.value.posts.length < perPage) return done(null)
  }
  return failed({ kind: 'transient', detail: 'too many posts since the delivery was planned' })
}
