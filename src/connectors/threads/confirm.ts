import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { notSeen, toldByContainer } from '#connectors/_meta/containers.ts'
import { findSent } from '#connectors/_meta/find-sent.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { base, graphOf } from './account.ts'
import { stateOf } from './container.ts'
import { isSame, postFields, postSchema, publishedAs } from './media.ts'

/**
 * Did it leave? A container that was not published tells for certain that it did not. One that was does not tell which
 * post it became: that one is found among the account's own posts, or its own replies, since the planned time.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const told = await toldByContainer(outgoing, (id) => stateOf(tools, account, id))
  if (!told.ok) return told
  if (told.value === null) return done(null)
  const since = await plannedOnTheirClock(tools, { url: base }, outgoing.plannedAt)
  if (!since.ok) return since
  const found = await findSent(tools, graphOf(account), {
    path: `/${account.remoteId}/${outgoing.replyTo ? 'replies' : 'threads'}`,
    query: { fields: postFields, limit: '50' },
    item: postSchema,
    at: (post) => new Date(post.timestamp),
    isIt: (post) => isSame(post, outgoing),
    since: since.value,
  })
  if (!found.ok) return found
  if (!found.value && told.value === 'published') return notSeen
  return done(found.value && publishedAs(account, found.value))
}
