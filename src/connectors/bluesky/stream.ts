import type {
  Account,
  LiveSocket,
  Stream,
  StreamBatch,
  Tools,
} from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { cannotStream, cutOf } from '#connectors/_contract/stream-failure.ts'
import { hostIn, settingsSchema, streamFields } from './jetstream-host.ts'
import { readBunch } from './jetstream-batch.ts'
import { maxEventUnits, postCollection } from './jetstream-event.ts'
import { nameAuthors } from './name-authors.ts'

const SECOND_US = 1_000_000
const HOUR_US = 3600 * SECOND_US

/**
 * A little is heard twice after a cut, so that nothing falls between two connections; what is kept is kept once anyway.
 */
const REWIND_US = 5 * SECOND_US

/** No server is asked for more than a day of everything: its own memory is 36 hours unless its operator chose less. */
const LOOK_BACK_US = 24 * HOUR_US

/** Nothing said for so long after the place we asked for: the server did not remember. Bluesky speaks 25 times a second. */
const HOLE_US = 5 * 60 * SECOND_US

/** Everything that is posted on Bluesky, as Jetstream tells it by `/subscribe`; no account. */
export const stream: Stream = {
  account: 'none',
  fields: streamFields,
  help: {
    en: 'Everything that is posted on Bluesky, within a second or two, without an account. Your queries are asked here, on this desk: only what they find is kept.',
    fr: 'Tout ce qui se publie sur Bluesky, à une ou deux secondes près, sans compte. Vos requêtes sont posées ici, sur ce poste : seul ce qu’elles trouvent est gardé.',
  },
  check: (settings) => hostIn(settings['host'] ?? '').problem,
  nameOf: () => 'Bluesky · Jetstream',
  open,
  complete: nameAuthors,
}

async function* open(
  tools: Tools,
  _account: Account | null,
  settings: Record<string, unknown>,
  cursor: string | null,
  signal: AbortSignal,
): AsyncGenerator<StreamBatch, Failure, void> {
  const host = hostIn(settingsSchema.parse(settings).host)
  if (!tools.live || host.problem) return cannotStream(host.problem?.reason)
  const asked = placeToAsk(cursor, tools.clock.now())
  let socket: LiveSocket
  try {
    const allowHttp = false
    socket = await tools.live.socket(addressOf(host.address, asked.us), { signal, allowHttp })
  } catch (error) {
    return cutOf(error)
  }
  try {
    yield { items: [], ...(asked.missed ? { missed: asked.missed } : {}) }
    let last = asked.from
    let isFirst = true
    for (;;) {
      const { batch, firstUs, lastUs } = readBunch(await socket.next(), tools.clock.now())
      // A server that starts again may tell what is older: we never go back.
      last = Math.max(last ?? 0, lastUs ?? 0) || null
      const missed = isFirst && firstUs !== null ? holeBetween(asked, firstUs) : undefined
      if (firstUs !== null) isFirst = false
      yield {
        ...batch,
        ...(last === null ? {} : { cursor: String(last) }),
        ...(missed ? { missed } : {}),
      }
    }
  } catch (error) {
    return cutOf(error)
  } finally {
    socket.close()
  }
}

interface Asked {
  /** Where we stood. */
  from: number | null
  /** What the server is asked for; null: from now. */
  us: number | null
  missed?: { from: Date; to: Date }
}

/** Where to go on, no further back than a day; what lies before that is said to be missed. */
function placeToAsk(cursor: string | null, now: Date): Asked {
  const from = Number(cursor)
  if (cursor === null || !Number.isSafeInteger(from) || from <= 0) return { from: null, us: null }
  const floor = now.getTime() * 1000 - LOOK_BACK_US
  if (from >= floor) return { from, us: Math.max(from - REWIND_US, floor) }
  return { from, us: floor, missed: { from: dateOf(from), to: dateOf(floor) } }
}

function holeBetween({ us }: Asked, firstUs: number): StreamBatch['missed'] {
  if (us === null || firstUs - us < HOLE_US) return undefined
  return { from: dateOf(us), to: dateOf(firstUs) }
}

const dateOf = (us: number) => new Date(us / 1000)

function addressOf(origin: string, us: number | null): URL {
  const url = new URL('/subscribe', origin)
  url.searchParams.set('wantedCollections', postCollection)
  url.searchParams.set('maxMessageSizeBytes', String(maxEventUnits))
  if (us !== null) url.searchParams.set('cursor', String(us))
  return url
}
