import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { isDuplicate } from '#connectors/_linkedin/api.ts'
import { idIn, publishedAs, removePost, sendPost } from '#connectors/_linkedin/post.ts'

export const publish: Publish = { publish: send, confirm, remove: removePost, idIn }

/** How far LinkedIn's clock may be behind ours. */
const clockGapMs = 5 * 60_000

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const made = await sendPost(tools, account, outgoing)
  if (made.ok || !isDuplicate(made.failure)) return made
  // LinkedIn names the post that is there already, and its name tells when it was made: since the planned time, it is
  // ours, of an attempt that we took for lost.
  const urn = /urn:li:(?:share|ugcPost):\d+/.exec(made.failure.detail)?.[0]
  const there = urn && publishedAs(urn)
  const isOurs = there && there.publishedAt.getTime() >= outgoing.plannedAt.getTime() - clockGapMs
  return isOurs ? done(there) : made
}

/** Only chosen partners may read what a member posted. */
async function confirm(): Promise<Outcome<Published | null>> {
  return failed({ kind: 'unknown-outcome', detail: 'LinkedIn shows nobody the posts of a member' })
}
