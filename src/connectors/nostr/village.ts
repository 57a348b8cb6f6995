import { expect, onTestFinished } from 'vitest'
import type { LiveSocket, StreamBatch, Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { fixedClock } from '#platform/clock.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { silentLog } from '#platform/log.ts'
import { nostrDouble, yanisKey } from './double.ts'
import { type Draft, type Event, kinds, secondsOf, sign } from './event.ts'
import nostr from './index.ts'

const { stream } = nostr
if (!stream) throw new Error('Nostr no longer streams')

export const near = 'wss://near.example'
export const far = 'wss://far.example'
export const leaKey = '5'.repeat(64)

/** Two relays to which one may listen, with what people say on them. */
export function village() {
  const clock = fixedClock('2026-11-26T09:00:00Z')
  const double = nostrDouble(clock)
  const cuts = new Map<string, Set<() => void>>()
  const told = new Map<string, Set<(message: string) => void>>()
  const on = <T>(all: Map<string, Set<T>>, relay: string) => {
    const there = all.get(relay) ?? new Set()
    all.set(relay, there)
    return there
  }

  async function socket(relay: string, signal: AbortSignal): Promise<LiveSocket> {
    const there = double.relay(relay)
    if (there.isAway) throw new FetchFailure('connection-refused', `nobody at ${relay}`, false)
    const conversation = there.open()
    const waiting: string[] = []
    let rouse = () => {}
    let ended: FetchFailure | undefined
    const end = () => {
      ended = new FetchFailure('connection-reset', `${relay} was cut`, true)
      rouse()
    }
    on(cuts, relay).add(end)
    on(told, relay).add((message) => {
      waiting.push(message)
      rouse()
    })
    signal.addEventListener('abort', end)
    return {
      send: (message) => conversation.send(message),
      async next() {
        for (let said = await conversation.next().catch(() => null); said !== null;) {
          waiting.push(said)
          said = await conversation.next().catch(() => null)
        }
        while (waiting.length === 0 && !ended) await new Promise<void>((go) => (rouse = go))
        if (waiting.length === 0 && ended) throw ended
        return waiting.splice(0)
      },
      close: () => {},
    }
  }

  const tools: Tools = {
    fetch: double.fetch,
    ...(double.socket ? { socket: double.socket } : {}),
    live: {
      socket: (url, { signal }) => socket(String(url), signal),
      answer: () => expect.fail('Nostr speaks by socket'),
    },
    clock,
    log: silentLog,
  }

  const write = (content: string, more: Partial<Draft> = {}, key = yanisKey) => {
    const draft = { kind: kinds.note, tags: [['t', 'bois']], created_at: secondsOf(clock.now()) }
    return sign(key, { ...draft, content, ...more })
  }
  const say = (relay: string, event: Event) => {
    double.relay(relay).events.set(event.id, event)
    for (const tell of on(told, relay)) tell(JSON.stringify(['EVENT', 'live', event]))
  }
  return {
    clock,
    relay: double.relay,
    write,
    say,
    utter: (relay: string, message: string) => {
      for (const tell of on(told, relay)) tell(message)
    },
    cut: (relay: string) => {
      for (const end of on(cuts, relay)) end()
    },
    listen(settings: Record<string, string> = {}, cursor: string | null = null) {
      const stop = new AbortController()
      onTestFinished(() => stop.abort())
      const asked = { relays: `${near} ${far}`, tags: 'bois', ...settings }
      const heard = stream?.open(tools, null, asked, cursor, stop.signal)
      if (!heard) throw new Error('Nostr no longer streams')
      const step = async (): Promise<StreamBatch> => {
        const { done, value } = await heard.next()
        return done ? expect.fail(`it ended: ${value.detail}`) : value
      }
      const end = async (): Promise<Failure> => {
        for (;;) {
          const { done, value } = await heard.next()
          if (done) return value
        }
      }
      /** Batches until both relays are heard. */
      const opened = async () => {
        let batch = await step()
        while (Object.keys(JSON.parse(batch.cursor ?? '{}')).length < 2) batch = await step()
        return batch
      }
      return { step, end, opened, stop: () => stop.abort() }
    },
    complete: async (batch: StreamBatch) =>
      (await stream?.complete?.(tools, batch.items, { relays: near })) ?? [],
  }
}
