import type { Account, Connector, Found, StreamBatch } from '#connectors/_contract/connector.ts'
import { done, type Failure } from '#connectors/_contract/failure.ts'
import { pretend } from '../../fixture.ts'

/** A network that tells what a test has it tell, as it comes, and remembers it. */
export interface Wire {
  connector: Connector
  /** Says this to whoever listens, and remembers it. Its place is its rank, from 1. */
  tells(batch: Partial<StreamBatch>): void
  /** Ends every conversation. */
  cuts(failure?: Failure): void
  /** Answers the next openings instead, one each. */
  refusals: Failure[]
  /** Who opened it, in order, and from where. */
  openings: { account: Account | null; settings: Record<string, unknown>; cursor: string | null }[]
  /** How many listen now. */
  listening: number
  /** What it was asked, while it streamed to nobody. */
  asked: (string | null)[]
  silence(): void
}

/** @param account whether it is heard through an account, and can then be asked too */
export function pretendWire(id: string, name: string, account: 'none' | 'needed'): Wire {
  const told: StreamBatch[] = []
  let ended: Failure | undefined
  let rouse: (() => void)[] = []
  const all = () => rouse.splice(0).forEach((wake) => wake())
  const { connector } = pretend(id, name, 'search')
  const wire: Wire = {
    connector,
    refusals: [],
    openings: [],
    listening: 0,
    asked: [],
    tells(batch) {
      told.push({ items: [], newestAt: new Date('2026-11-23T07:59:58Z'), ...batch })
      all()
    },
    cuts(failure = { kind: 'transient', detail: 'the other side closed' }) {
      ended = failure
      all()
      // Whoever opens it after this hears it again.
      queueMicrotask(() => (ended = undefined))
    },
    silence() {
      Object.assign(wire, { refusals: [], openings: [], asked: [] })
      told.length = 0
    },
  }

  async function* open(
    who: Account | null,
    settings: Record<string, unknown>,
    cursor: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<StreamBatch, Failure, void> {
    wire.openings.push({ account: who, settings, cursor })
    const refusal = wire.refusals.shift()
    if (refusal) return refusal
    let place = cursor === null ? told.length : Number(cursor)
    wire.listening++
    signal.addEventListener('abort', all)
    try {
      yield { items: [] }
      for (;;) {
        const next = told[place]
        if (next) {
          place++
          yield { cursor: String(place), ...next }
          continue
        }
        if (signal.aborted) return { kind: 'transient', detail: 'stopped' }
        let stopped: Failure | undefined
        await new Promise<void>((resolve) =>
          rouse.push(() => {
            stopped = ended
            resolve()
          }),
        )
        if (stopped) return stopped
      }
    } finally {
      wire.listening--
    }
  }

  connector.stream = {
    account,
    help: { en: 'A test.', fr: 'Un essai.' },
    fields: [{ name: 'tag', label: { en: 'Tag', fr: 'Mot-clé' }, kind: 'text', required: false }],
    check: ({ tag = '' }) =>
      tag.includes(' ')
        ? { field: 'tag', reason: { en: 'One word only.', fr: 'Un seul mot.' } }
        : null,
    nameOf: ({ tag }) => (tag ? `#${tag}` : name),
    open: (_, who, settings, cursor, signal) => open(who, settings, cursor, signal),
    complete: async (_, items) =>
      items.map((item): Found => ({ ...item, author: item.author && named(item.author) })),
    ...(account === 'needed'
      ? {
          read: async (_tools, _account, _settings, cursor) => {
            wire.asked.push(cursor)
            const items = told.slice(Number(cursor ?? 0)).flatMap((batch) => batch.items)
            return done({ items, cursor: String(told.length) })
          },
        }
      : {}),
  }
  return wire
}

const named = (author: NonNullable<Found['author']>) => ({
  ...author,
  name: `${author.handle}, nommé`,
})
