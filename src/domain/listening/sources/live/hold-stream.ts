import type { Account, Stream, StreamBatch } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { accountOf, findChannel, renewAccess, toolsFor, toolsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { untilAnswered } from '#platform/db/until-answered.ts'
import type { Text } from '#platform/text.ts'
import type { Passage } from '../../passage/passage.ts'
import { waitOf } from '../../passage/queued.ts'
import { isOurs, TRIES } from '../../passage/reasons.ts'
import { keepWait } from '../keep-wait.ts'
import { type Held, lockForHolder, RENEW_MS, renewLease } from './claim-stream.ts'
import { giveBack, keepEnd } from './keep-end.ts'
import { keepHeard, type Listening } from './keep-heard.ts'
import { createPace } from './pace.ts'
import { addTo, nothingPending } from './pending.ts'

/** What was heard waits no longer than this before it is kept, and no more than so much of it. */
const KEEP_MS = 1000
const KEEP_COUNT = 500
/** A stream that lasted so long makes us forget that it was cut before. */
const STEADY_MS = 30_000

/**
 * Listens to a stream that was claimed until it ends, is taken from us, or the desk closes. It never throws.
 * @param stop ends it cleanly: what was heard is kept first
 */
export async function holdStream(
  desk: Desk,
  passage: Passage,
  held: Held,
  stop: AbortSignal,
): Promise<void> {
  const { source } = held
  const log = desk.log.child({ source: source.id, connector: source.connectorId })
  const lost = new AbortController()
  const renewing = setInterval(() => {
    renewLease(desk.db, held, desk.clock.now()).then(
      (ours) => ours || lost.abort(),
      (error: unknown) => log.warn({ error }, 'the lease of a stream could not be renewed'),
    )
  }, RENEW_MS)
  const signal = AbortSignal.any([stop, lost.signal])
  try {
    const wait = passage.waitsFor()
    if (wait) return await waits(desk, held, wait)
    const failure = await listen(desk, passage, held, signal)
    if (signal.aborted || failure === null) return await giveBack(desk, held)
    log.info({ kind: failure.kind, detail: failure.detail }, 'a stream ended')
    await end(desk, held, failure)
  } catch (error) {
    const wait = waitOf(error)
    if (!wait) log.error({ error }, 'a stream could not be heard')
    // Taken up again as soon as the database is back, rather than when the lease ends.
    lost.abort()
    if (isOurs(error)) await untilAnswered(desk.db, stop)
    const kept = wait
      ? waits(desk, held, wait)
      : end(desk, held, silent('a mistake'), !isOurs(error))
    await kept.catch((again: unknown) =>
      // The lease ends by itself.
      log.error({ error: again }, 'the end of a stream could not be kept'),
    )
  } finally {
    clearInterval(renewing)
    // Whatever made us leave, the connection is let go of.
    lost.abort()
  }
}

const waits = (desk: Desk, held: Held, wait: Text) =>
  keepWait(desk, held.source, (trx) => lockForHolder(trx, held), wait)

async function end(desk: Desk, held: Held, failure: Failure, mistake = false): Promise<void> {
  const { companyId, channelId, connectorId } = held.source
  const connector = desk.connectors.get(connectorId)
  const channel = channelId ? await findChannel(desk.db, companyId, channelId) : undefined
  const renewed =
    channel && failure.kind === 'auth' ? await renewAccess(desk, channel) : 'impossible'
  const met = renewed !== 'impossible' && renewed.ok ? silent('the access was renewed') : failure
  const network = connector?.manifest.name ?? connectorId
  const canAsk = Boolean(connector?.stream?.read)
  await keepEnd({ desk, held, network, channel, canAsk, mistake }, met)
}

/** @returns why it ended; null when it is ours no longer */
async function listen(
  desk: Desk,
  passage: Passage,
  held: Held,
  signal: AbortSignal,
): Promise<Failure | null> {
  const { companyId, channelId, connectorId, settings, cursor } = held.source
  const connector = desk.connectors.get(connectorId)
  if (!connector?.stream) return silent('no such stream')
  const channel = channelId ? await findChannel(desk.db, companyId, channelId) : undefined
  if (connector.stream.account === 'needed' && channel?.state !== 'connected') {
    return { kind: 'auth', detail: 'the account is not connected' }
  }
  const log = desk.log.child({ source: held.source.id, connector: connectorId })
  const tools = channel
    ? await toolsFor(desk, channel)
    : await toolsOf(desk, companyId, connector, log)
  if (!tools.ok) return tools.failure
  const account: Account | null = channel ? accountOf(desk, channel) : null
  const listening: Listening = { desk, passage, held, tools: tools.value, channel }
  const heard = connector.stream.open(tools.value, account, settings, cursor, signal)
  return keepAll(listening, heard, signal)
}

/** Keeps what comes, soon and in bunches. While a bunch is being kept, no more than one batch is asked for. */
async function keepAll(
  listening: Listening,
  heard: ReturnType<Stream['open']>,
  signal: AbortSignal,
): Promise<Failure | null> {
  const pace = createPace()
  const began = performance.now()
  const liveSince = listening.desk.clock.now()
  let pending = nothingPending()
  // Since when something waits to be kept.
  let since = Number.POSITIVE_INFINITY
  let isFirst = true
  let step = heard.next()

  async function keep(): Promise<boolean> {
    const kept = pending
    pending = nothingPending()
    since = Number.POSITIVE_INFINITY
    pace.add(kept.items.length)
    const steady = performance.now() - began > STEADY_MS
    return keepOnceAnswered(listening, signal, (again) =>
      keepHeard(listening, kept, { liveSince, perMinute: pace.perMinute(), steady, again }),
    )
  }

  try {
    for (;;) {
      const now = performance.now()
      const next = await sooner(step, Math.max(0, since + KEEP_MS - now))
      if (next === LATE) {
        if (!(await keep())) return null
        continue
      }
      if (next.done) {
        if (pending.size > 0 && !(await keep())) return null
        return next.value
      }
      addTo(pending, next.value)
      since = Math.min(since, performance.now())
      // The first says that it is open: that is told at once.
      if ((isFirst || pending.size >= KEEP_COUNT) && !(await keep())) return null
      isFirst = false
      step = heard.next()
    }
  } finally {
    void step.catch(() => {})
    void heard.return(silent('left')).catch(() => {})
  }
}

/**
 * What was heard is nowhere else where a network does not say it again: while the database is away it is held on to, and kept
 * once it answers. As often as anything is tried.
 */
async function keepOnceAnswered(
  { desk, held }: Listening,
  signal: AbortSignal,
  keep: (again: boolean) => Promise<boolean>,
): Promise<boolean> {
  for (let times = 1; ; times++) {
    try {
      return await keep(times > 1)
    } catch (error) {
      if (!isOurs(error) || waitOf(error) || times >= TRIES || signal.aborted) throw error
      desk.log.warn({ error, source: held.source.id }, 'the database failed; what was heard waits')
      await untilAnswered(desk.db, signal)
    }
  }
}

const LATE = Symbol('late')

type Step = IteratorResult<StreamBatch, Failure>

/** The next batch, or `LATE` when it does not come in time. */
async function sooner(step: Promise<Step>, ms: number): Promise<Step | typeof LATE> {
  if (!Number.isFinite(ms)) return step
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof LATE>((resolve) => (timer = setTimeout(() => resolve(LATE), ms)))
  try {
    return await Promise.race([step, late])
  } finally {
    clearTimeout(timer)
  }
}

const silent = (detail: string) => ({ kind: 'transient', detail }) as const
