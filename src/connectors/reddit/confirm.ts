import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { subredditIn, subredditOf } from './account.ts'
import { callAs, clockAsked } from './api.ts'
import { optionsOf } from './options.ts'
import { asMarkdown } from '#connectors/_contract/markdown.ts'
import { submissionOf } from './submission.ts'
import { listingSchema, publishedOf, type Thing, thingSchema } from './thing.ts'

/** A thousand: further back Reddit shows nobody's posts. */
const mostPages = 10

/**
 * Looks for a delivery among the account's own posts, or comments, since it was planned: same title and words, same
 * community; or same words under the same thing.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const asked = clockAsked(tools, account)
  const planned = await plannedOnTheirClock(tools, asked, outgoing.plannedAt)
  if (!planned.ok) return planned
  const since = planned.value.getTime() / 1000
  const list = outgoing.replyTo ? 'comments' : 'submitted'
  const path = `/user/${encodeURIComponent(account.handle)}/${list}`
  let found: Thing | undefined
  let after = ''
  for (let page = 0; page < mostPages; page++) {
    const query = { sort: 'new', limit: '100', ...(after === '' ? {} : { after }) }
    const answer = await callAs(tools, account, { path, query }, listingSchema(thingSchema))
    if (!answer.ok) return answer
    const things = answer.value.data.children.map(({ data }) => data)
    const recent = things.filter(({ created_utc }) => created_utc >= since)
    // The earliest one: what came after it was said again on purpose.
    found = recent.findLast((thing) => isSame(thing, account, outgoing)) ?? found
    after = answer.value.data.after ?? ''
    if (after === '' || recent.length < things.length) {
      return found ? done(publishedOf(found)) : absent(outgoing)
    }
  }
  if (found) return done(publishedOf(found))
  return failed({ kind: 'transient', detail: 'more was posted since than Reddit shows' })
}

/** An image that Reddit took and still works on is not absent: it must never be sent again. */
function absent({ kept }: Outgoing): Outcome<null> {
  if (kept?.['accepted'] !== true) return done(null)
  return failed({ kind: 'transient', detail: 'accepted, and not among our posts yet' })
}

function isSame(thing: Thing, account: Account, outgoing: Outgoing): boolean {
  if (outgoing.replyTo) {
    const isThere = thing.parent_id === outgoing.replyTo.remoteId
    return isThere && bare(thing.body) === bare(asMarkdown(outgoing.text))
  }
  const sr = subredditIn(optionsOf(outgoing.options).subreddit) ?? subredditOf(account)
  const submission = submissionOf(outgoing)
  const isTitled = bare(thing.title ?? '') === bare(submission.title)
  if (!isTitled || thing.subreddit.toLowerCase() !== sr.toLowerCase()) return false
  if (submission.kind === 'self') {
    return thing.is_self && bare(thing.selftext) === bare(asMarkdown(submission.body))
  }
  if (thing.is_self) return false
  const isPicture = /^https:\/\/(?:i|preview)\.redd\.it\//.test(thing.url ?? '')
  return submission.kind === 'image' ? isPicture : thing.url === submission.url
}

const bare = (words: string) => words.normalize('NFC').replace(/\s+/gu, '')
