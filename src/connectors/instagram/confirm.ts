import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { findSent } from '#connectors/_meta/find-sent.ts'
import { facebookBase } from '#connectors/_meta/login.ts'
import { isGone } from '#connectors/_meta/meaning.ts'
import { plannedOnTheirClock } from '#connectors/_meta/their-clock.ts'
import { graphOf } from './account.ts'
import { stateOf } from './container.ts'
import { isSame, mediaFields, mediaSchema, publishedAs } from './media.ts'
import { confirmReply } from './reply.ts'

/** The container that an earlier attempt wrote down. */
export const containerOf = ({ kept }: Outgoing): string | undefined =>
  z.object({ container: z.string() }).safeParse(kept).data?.container

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
  const container = replyTo ? undefined : containerOf(outgoing)
  const state = container ? await stateOf(tools, account, container) : undefined
  if (state && !state.ok && !isGone(state.failure)) return state
  if (state?.ok && state.value !== 'PUBLISHED' && state.value !== 'EXPIRED') return done(null)
  const since = await plannedOnTheirClock(tools, facebookBase, outgoing.plannedAt)
  if (!since.ok) return since
  if (replyTo) return confirmReply(tools, account, outgoing, { replyTo, since: since.value })
  const found = await findSent(tools, graphOf(tools, account), {
    path: `/${account.remoteId}/media`,
    query: { fields: mediaFields, limit: '50' },
    item: mediaSchema,
    at: (media) => new Date(media.timestamp),
    isIt: (media) => isSame(media, outgoing),
    since: since.value,
  })
  if (!found.ok) return found
  if (!found.value && state?.ok && state.value === 'PUBLISHED')
    return failed({
      kind: 'unknown-outcome',
      detail: 'its container was published, and it is not seen',
    })
  return done(found.value && publishedAs(account, found.value))
}
