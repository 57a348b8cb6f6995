import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { findSent } from '#connectors/_meta/find-sent.ts'
import { facebookBase } from '#connectors/_meta/login.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { bare } from '#connectors/_meta/words.ts'
import { graphOf } from './page.ts'
import { mediaIn, type Post, postFields, postSchema, publishedAs } from './published.ts'
import { confirmReply } from './reply.ts'

/**
 * Looks for a delivery among the page's own posts since it was planned: same words, and photos or a video where it has
 * some. Facebook honours no key: nothing else tells.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const since = await plannedOnTheirClock(tools, { url: facebookBase }, outgoing.plannedAt)
  if (!since.ok) return since
  const { replyTo } = outgoing
  if (replyTo) return confirmReply(tools, account, outgoing, { replyTo, since: since.value })
  const found = await findSent(tools, graphOf(tools, account), {
    path: `/${account.remoteId}/published_posts`,
    query: { fields: postFields, limit: '50' },
    item: postSchema,
    at: (post) => new Date(post.created_time),
    isIt: (post) => isSame(post, outgoing),
    since: since.value,
  })
  if (!found.ok) return found
  return done(found.value && publishedAs(found.value.id, new Date(found.value.created_time)))
}

/** Where there are words they tell; a post without any is told by the number of its photos. */
function isSame(post: Post, { text, images, video }: Outgoing): boolean {
  const shown = images.length + (video ? 1 : 0)
  if (bare(post.message) !== bare(text)) return false
  return bare(text) === '' ? mediaIn(post) === shown : mediaIn(post) > 0 === shown > 0
}
