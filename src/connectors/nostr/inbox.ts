import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { type Identity, identityOf, pageOf as pageUrl } from './account.ts'
import { nevent } from './bech32.ts'
import { dateOf, type Event, isAuthentic, kinds } from './event.ts'
import { pageOf } from './pages.ts'
import { authorOf, type Profile, profilesOf } from './profile.ts'
import type { Filter, Relay } from './relay.ts'
import { anyOf, askAll } from './relays.ts'
import { parentsOf, replyData } from './thread.ts'

export const inbox: Inbox = { read }

const hour = 3_600_000
/** How many of our latest notes are looked at for answers that do not name us. */
const latest = 100

/** How far each relay was read, by its address and what was asked of it. */
const cursorsSchema = z.record(z.string(), z.string())

type Cursors = z.infer<typeof cursorsSchema>

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const identity = identityOf(account)
  const from = readCursors(cursor)
  const answers = await askAll(tools, identity, (relay) => readOne(tools, relay, identity, from))
  const heard = anyOf(answers)
  if (!heard.ok) return heard
  const all = heard.value.flatMap(({ events }) => events)
  const notes = [...new Map(all.map((event) => [event.id, event])).values()]
    .filter((event) => event.pubkey !== identity.pubkey && isAuthentic(event))
    .toSorted((a, b) => a.created_at - b.created_at)
  const items = await inboundOf(tools, identity, notes)
  if (!items.ok) return items
  // A relay that is away keeps its place.
  const cursors: Cursors = Object.assign({ ...from }, ...heard.value.map((one) => one.cursors))
  return done({ items: items.value, cursor: JSON.stringify(cursors) })
}

/** An unreadable cursor means: begin again. */
function readCursors(text: string | null): Cursors {
  try {
    return text === null ? {} : cursorsSchema.parse(JSON.parse(text))
  } catch {
    return {}
  }
}

/** What names us, and what answers or quotes our latest notes without naming us. */
async function readOne(tools: Tools, relay: Relay, identity: Identity, from: Cursors) {
  const mine = { kinds: [kinds.note], authors: [identity.pubkey], limit: latest }
  const ours = await relay.query(mine)
  if (!ours.ok) return ours
  const ids = ours.value.map(({ id }) => id)
  const filters: [string, Filter][] = [['p', { '#p': [identity.pubkey] }]]
  if (ids.length > 0) filters.push(['e', { '#e': ids }], ['q', { '#q': ids }])
  const events: Event[] = []
  const cursors: Cursors = {}
  for (const [name, filter] of filters) {
    const place = `${name} ${relay.url}`
    const walked = await walk(tools, relay, { kinds: [kinds.note], ...filter }, from[place])
    if (!walked.ok) return walked
    events.push(...walked.value.items)
    if (walked.value.cursor) cursors[place] = walked.value.cursor
  }
  return done({ events, cursors })
}

function walk(tools: Tools, relay: Relay, filter: Filter, cursor: string | undefined) {
  return walkBack<Event>(
    {
      page: (older) => pageOf(tools, relay, filter, older),
      id: ({ id }) => id,
      at: dateOf,
      // Relays sort by the writer's clock; a note may also come from another relay, hours later.
      overlapMs: 6 * hour,
      maxPages: 10,
      firstReadMs: 14 * 24 * hour,
    },
    cursor ?? null,
  )
}

async function inboundOf(
  tools: Tools,
  identity: Identity,
  notes: Event[],
): Promise<Outcome<Inbound[]>> {
  if (notes.length === 0) return done([])
  const ours = await oursAmong(
    tools,
    identity,
    notes.flatMap(({ tags }) => Object.values(parentsOf({ tags }))),
  )
  if (!ours.ok) return ours
  const people = [...new Set(notes.map(({ pubkey }) => pubkey))]
  const profiles = await profilesOf(tools, identity, people)
  if (!profiles.ok) return profiles
  return done(notes.map((note) => inbound(note, ours.value, profiles.value.get(note.pubkey))))
}

const perQuestion = 100

/** Which of these notes we wrote ourselves. */
async function oursAmong(
  tools: Tools,
  identity: Identity,
  ids: string[],
): Promise<Outcome<Set<string>>> {
  const asked = [...new Set(ids)]
  const ours = new Set<string>()
  for (let start = 0; start < asked.length; start += perQuestion) {
    const filter = { ids: asked.slice(start, start + perQuestion), authors: [identity.pubkey] }
    const answers = anyOf(await askAll(tools, identity, (relay) => relay.query(filter)))
    if (!answers.ok) return answers
    for (const event of answers.value.flat()) {
      if (event.pubkey === identity.pubkey) ours.add(event.id)
    }
  }
  return done(ours)
}

function inbound(note: Event, ours: Set<string>, profile: Profile | undefined): Inbound {
  const { root, parent } = parentsOf(note)
  const answered = [parent, root].find((id) => id !== undefined && ours.has(id))
  return {
    remoteId: note.id,
    kind: answered ? 'comment' : 'mention',
    threadId: root ?? note.id,
    ...(answered ? { inReplyTo: answered } : {}),
    author: authorOf(note.pubkey, profile),
    text: note.content,
    url: pageUrl(nevent(note.id, note.pubkey, [])),
    at: dateOf(note),
    data: replyData(note),
  }
}
