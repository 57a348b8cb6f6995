import type { JsMsg } from '@nats-io/jetstream'
import type { Log } from '#platform/log.ts'
import type { QueueSettings, Taken } from '../queue.ts'
import { type Line, type Link, pause } from './link.ts'
import { DURABLE, handOf } from './stream.ts'

/** In a bunch at most, and in our hands beyond it. */
const BUNCH = 500
/** What came first waits no longer for the others. */
const WAIT_MS = 200
const AGAIN_MS = 1_000
const BREATH_MS = 50

/** The message of each item in our hands. */
export const messages = new WeakMap<Taken, JsMsg>()

/** Hands out bunches until told to stop; a line that breaks is waited for. */
export async function takeFrom(
  link: Link,
  settings: QueueSettings,
  log: Log,
  handle: (bunch: Taken[]) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    const line = link.line()
    try {
      if (line) await drain(line, settings, handle, stop)
    } catch (error) {
      if (link.line()) log.warn({ error }, 'what waits in the queue could not be taken')
    }
    await pause(AGAIN_MS, stop)
  }
}

async function drain(
  { js, nats }: Line,
  settings: QueueSettings,
  handle: (bunch: Taken[]) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  const consumer = await js.consumers.get(settings.stream, DURABLE)
  const coming = await consumer.consume({ max_messages: BUNCH, abort_on_missing_resource: true })
  const steps = coming[Symbol.asyncIterator]()
  const stopped = new Promise<typeof LATE>((resolve) =>
    stop.addEventListener('abort', () => resolve(LATE), { once: true }),
  )
  let step = steps.next()
  try {
    while (!stop.aborted) {
      const bunch: JsMsg[] = []
      let late: Promise<typeof LATE> = stopped
      while (bunch.length < BUNCH) {
        const next = await Promise.race([step, late])
        if (next === LATE) break
        if (next.done) return
        if (bunch.length === 0) late = pause(WAIT_MS, stop).then(() => LATE)
        bunch.push(next.value)
        step = steps.next()
      }
      await handOver(bunch, settings, handle)
      await nats.flush()
    }
    // What nobody has looked at goes to another at once. The count may hold what is no message and never comes.
    while (coming.getPending() > 0) {
      const next = await Promise.race([step, breath()])
      if (next === LATE || next.done) return
      next.value.nak()
      step = steps.next()
    }
  } finally {
    step.catch(() => {})
    coming.stop()
  }
}

const LATE = Symbol('late')

const breath = () =>
  new Promise<typeof LATE>((resolve) => setTimeout(() => resolve(LATE), BREATH_MS))

/** While it is worked on, the server is told so. */
async function handOver(
  bunch: JsMsg[],
  settings: QueueSettings,
  handle: (bunch: Taken[]) => Promise<void>,
): Promise<void> {
  const open = new Set(bunch)
  const working = setInterval(() => open.forEach((one) => one.working()), handOf(settings) / 3)
  try {
    await handle(bunch.map((message) => taken(message, open)))
  } finally {
    clearInterval(working)
  }
}

function taken(message: JsMsg, open: Set<JsMsg>): Taken {
  const item: Taken = {
    body: message.data,
    times: message.info.deliveryCount,
    done() {
      open.delete(message)
      message.ack()
    },
    later(ms) {
      open.delete(message)
      message.nak(ms)
    },
  }
  messages.set(item, message)
  return item
}
