import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { notSeen, toldByContainer } from '#connectors/_meta/containers.ts'
import { findSent } from '#connectors/_meta/find-sent.ts'
import { facebookBase } from '#connectors/_meta/login.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { graphOf } from './account.ts'
import { stateOf } from './container.ts'
import { isSame, isSameStory, isStory, mediaFields, mediaSchema, publishedAs } from './media.ts'
import { confirmReply } from './reply.ts'

/**
 * Did it leave? A container that was not published tells for certain that it did not. One that was does not tell which
 * post it became: that one is found among the account's own since the planned time, on Instagram's clock.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const { replyTo } = outgoing
  const look = (container: string) => stateOf(tools, account, container)
  const told = replyTo ? done('unknown') : await toldByContainer(outgoing, look)
  if (!told.ok) return told
  if (told.value === null) return done(null)
  const since = await plannedOnTheirClock(tools, { url: facebookBase }, outgoing.plannedAt)
  if (!since.ok) return since
  if (replyTo) return confirmReply(tools, account, outgoing, { replyTo, since: since.value })
  const story = isStory(outgoing)
  const found = await findSent(tools, graphOf(tools, account), {
    path: `/${account.remoteId}/${story ? 'stories' : 'media'}`,
    query: { fields: mediaFields, limit: '50' },
    item: mediaSchema,
    at: (media) => new Date(media.timestamp),
    isIt: (media) => (story ? isSameStory : isSame)(media, outgoing),
    since: since.value,
    // Nothing is said of the order of stories: they are few, and read to the end.
    isUnordered: story,
  })
  if (!found.ok) return found
  if (!found.value && told.value === 'published') return notSeen
  return done(found.value && publishedAs(account, found.value))
}
