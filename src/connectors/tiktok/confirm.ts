import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { findPost } from './find-post.ts'
import { leftBy } from './kept.ts'
import { publishedAs, stillWorking } from './status.ts'

/**
 * Did it leave? The number that was written down tells for certain. Where it was not heard, the account's public posts can
 * only say yes: one that is private or still with TikTok's moderators is in no list.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const left = await leftBy(tools, account, outgoing)
  if (!left.ok) return left
  if (left.value.is === 'open' || left.value.is === 'refused') return done(null)
  if (left.value.is === 'given') {
    const { publishId, status } = left.value
    if (status.status !== 'PUBLISH_COMPLETE') return stillWorking
    return done(publishedAs(account, outgoing, { publishId, status, now: tools.clock.now() }))
  }
  const found = await findPost(tools, account, outgoing)
  if (!found.ok || found.value || left.value.is === 'nothing') return found
  return notSeen
}

const notSeen = failed({
  kind: 'transient',
  detail: 'it was asked for, TikTok’s answer was lost, and it is in no list',
})
