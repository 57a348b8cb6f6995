import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { type Identity, identityOf } from './account.ts'
import { type Event, kinds, tagged } from './event.ts'
import { allOf } from './pages.ts'
import type { Relay } from './relay.ts'
import { anyOf, askAll } from './relays.ts'
import { parentsOf } from './thread.ts'

export const metrics: Metrics = { posts, channel }

const notesPerQuestion = 25
/** A hundred events each. */
const maxPages = 50

async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  if (remoteIds.length === 0) return done({})
  const identity = identityOf(account)
  const answers = await askAll(tools, identity, (relay) => about(tools, relay, remoteIds))
  const heard = anyOf(answers)
  if (!heard.ok) return heard
  const events = [...new Map(heard.value.flat().map((event) => [event.id, event])).values()]
  const there = new Set(events.map(({ id }) => id))
  const alive = remoteIds.filter((id) => there.has(id))
  return done(Object.fromEntries(alive.map((id) => [id, countsOf(id, events)])))
}

/** The notes themselves, where they still are, and all that was said or done about them on a relay. */
async function about(tools: Tools, relay: Relay, ids: string[]): Promise<Outcome<Event[]>> {
  const found: Event[] = []
  for (let start = 0; start < ids.length; start += notesPerQuestion) {
    const some = ids.slice(start, start + notesPerQuestion)
    const there = await relay.query({ ids: some })
    if (!there.ok) return there
    found.push(...there.value)
    const { note, repost, reaction } = kinds
    const filters = [
      { kinds: [note, repost, reaction], '#e': some },
      { kinds: [note], '#q': some },
    ]
    for (const filter of filters) {
      const events = await allOf(tools, relay, filter, maxPages)
      if (!events.ok) return events
      found.push(...events.value)
    }
  }
  return done(found)
}

/** One like and one repost a person; an answer counts for the note it answers, not for the whole thread. */
function countsOf(id: string, events: Event[]): PostCounts {
  const people = (all: Event[]) => new Set(all.map(({ pubkey }) => pubkey)).size
  const of = (kind: number) => events.filter((event) => event.kind === kind)
  return {
    // The last one is what is liked, and "-" is the contrary (NIP-25, read 2026-11-25).
    likes: people(
      of(kinds.reaction).filter((e) => tagged(e, 'e').at(-1) === id && e.content !== '-'),
    ),
    reposts: people(of(kinds.repost).filter((e) => tagged(e, 'e').includes(id))),
    replies: of(kinds.note).filter((e) => parentsOf(e).parent === id).length,
    quotes: of(kinds.note).filter((e) => tagged(e, 'q').includes(id)).length,
  }
}

/** Whom we follow is ours to know; who follows us is on no relay as a whole, and so is not told. */
async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const identity: Identity = identityOf(account)
  const filter = { kinds: [kinds.follows], authors: [identity.pubkey], limit: 1 }
  const answers = anyOf(await askAll(tools, identity, (relay) => relay.query(filter)))
  if (!answers.ok) return answers
  const [list] = answers.value.flat().toSorted((a, b) => b.created_at - a.created_at)
  return done({ following: list ? new Set(tagged(list, 'p')).size : 0 })
}
