import { z } from 'zod'
import type { Account, Stream, StreamBatch, Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { cannotStream, cutOf } from '#connectors/_contract/stream-failure.ts'
import type { Text } from '#platform/text.ts'
import { type Event, kinds, newSecretKey, secondsOf } from './event.ts'
import { named } from './found.ts'
import { follow, type Told } from './live-relay.ts'
import { createMailbox } from './mailbox.ts'
import type { Filter } from './relay.ts'
import { worst } from './relays.ts'
import { createReader } from './stream-batch.ts'
import { fields, nameOf, streamSettings } from './stream-settings.ts'

/** Public notes as relays tell them (NIP-01, read 2026-11-26): one subscription to each, kept open; no account. */
export const stream: Stream = {
  account: 'none',
  fields,
  help: {
    en: 'Public notes as these relays tell them, without an account: those that bear a hashtag, or all. Your queries are asked here, on this desk: only what they find is kept. A relay knows only what was sent to it.',
    fr: 'Les notes publiques à mesure que ces relais les diffusent, sans compte : celles qui portent un mot-dièse, ou toutes. Vos requêtes sont posées ici, sur ce poste : seul ce qu’elles trouvent est gardé. Un relais ne connaît que ce qui lui a été envoyé.',
  },
  check: (settings) => streamSettings(settings).problem,
  nameOf,
  open,
  complete: (tools, items, settings) =>
    named(tools, { relays: streamSettings(settings).relays, secret: newSecretKey() }, items),
}

/** How far each relay was heard, in Unix seconds. */
const placesSchema = z.record(z.string(), z.number().int())

/**
 * Hears all relays at once. One that is away is told and taken up again while another speaks; when none does, it is over,
 * and whoever opened it takes it up from the places reached.
 */
async function* open(
  tools: Tools,
  _account: Account | null,
  settings: Record<string, unknown>,
  cursor: string | null,
  signal: AbortSignal,
): AsyncGenerator<StreamBatch, Failure, void> {
  const { relays, tags, problem } = streamSettings(settings)
  const { live } = tools
  if (!live || problem) return cannotStream(problem?.reason)
  const places = placesIn(cursor)
  const away = new Map<string, Failure>()
  const speaking = new Set<string>()
  const reader = createReader(tags)
  const mailbox = createMailbox<Told>()
  const stop = new AbortController()
  const over = AbortSignal.any([signal, stop.signal])
  const secret = newSecretKey()
  for (const relay of relays) {
    const since = () => places[relay]
    const tell = (told: Told) => mailbox.put(told)
    const filters = filtersFor(tags)
    void follow({ tools: { ...tools, live }, relay, filters, secret, since, tell, signal: over })
  }
  try {
    for (;;) {
      const told = await mailbox.take(over)
      const now = tools.clock.now()
      const batch = await reader.read(
        told.flatMap((one) => ('events' in one ? one.events : [])),
        now,
      )
      let { skipped } = batch
      let missed: StreamBatch['missed']
      for (const one of told) {
        if (one.what === 'away') {
          away.set(one.relay, one.failure)
          speaking.delete(one.relay)
          continue
        }
        if (one.what === 'events') skipped += one.skipped
        else {
          away.delete(one.relay)
          speaking.add(one.relay)
          missed ??= one.missed
        }
        // Before it is open, what it tells is no proof that nothing is missing before.
        if (speaking.has(one.relay)) places[one.relay] = placeAfter(one, places[one.relay], now)
      }
      if (speaking.size === 0 && away.size === relays.length) return failureOf(away)
      if (speaking.size === 0 && batch.items.length === 0) continue
      const trouble = awayNow(relays.filter((relay) => away.has(relay)))
      yield {
        ...batch,
        skipped,
        cursor: JSON.stringify(places),
        ...newest(batch.items),
        ...(missed ? { missed } : {}),
        ...(trouble ? { trouble } : {}),
      }
    }
  } catch (error) {
    return cutOf(error)
  } finally {
    stop.abort()
  }
}

/** Notes, and what their authors say is gone (NIP-09). */
const filtersFor = (tags: string[]): Filter[] => [
  { kinds: [kinds.note], ...(tags.length > 0 ? { '#t': tags } : {}) },
  { kinds: [kinds.deletion] },
]

function placesIn(cursor: string | null): Record<string, number> {
  try {
    return placesSchema.parse(JSON.parse(cursor ?? '{}'))
  } catch {
    return {}
  }
}

/** What it told last, by a clock that is not ahead of ours; once it is open, now. */
function placeAfter(told: { what: string; events: Event[] }, former = 0, now: Date): number {
  const present = secondsOf(now)
  if (told.what === 'open') return Math.max(former, present)
  const latest = told.events.reduce((at, { created_at }) => Math.max(at, created_at), former)
  return Math.min(latest, Math.max(former, present))
}

function newest(items: StreamBatch['items']): Pick<StreamBatch, 'newestAt'> {
  const at = items.at(-1)?.at
  return at ? { newestAt: at } : {}
}

const failureOf = (away: Map<string, Failure>): Failure =>
  worst([...away].map(([relay, failure]) => ({ relay, outcome: { ok: false, failure } })))

function awayNow(relays: string[]): Text | null {
  if (relays.length === 0) return null
  const hosts = relays.map((relay) => new URL(relay).host).join(', ')
  return {
    en: `Not heard for now: ${hosts}. The other relays are; it is taken up again by itself, from where it stood.`,
    fr: `Muet pour l’instant : ${hosts}. Les autres relais sont entendus ; l’écoute reprendra d’elle-même, là où elle en était.`,
  }
}
