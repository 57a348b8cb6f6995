import type { Account, Stream, StreamBatch } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { accountOf, findChannel, renewAccess, toolsFor, toolsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { CompanyMatchers } from '../../mentions/company-matcher.ts'
import { type Held, RENEW_MS, renewLease } from './claim-stream.ts'
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
  matchers: CompanyMatchers,
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
    const failure = await listen(desk, matchers, held, signal)
    if (signal.aborted || failure === null) return await giveBack(desk, held)
    log.info({ kind: failure.kind, detail: failure.detail }, 'a stream ended')
    await end(desk, held, failure)
  } catch (error) {
    log.error({ error }, 'a stream could not be heard')
    await end(desk, held, silent('a mistake of the desk')).catch((again: unknown) =>
      // The lease ends by itself.
      log.error({ error: again }, 'the end of a stream could not be kept'),
    )
  } finally {
    clearInterval(renewing)
    // Whatever made us leave, the connection is let go of.
    lost.abort()
  }
}

async function end(desk: Desk, held: Held, failure: Failure): Promise<void> {
  const { companyId, channelId, connectorId } = held.source
  const connector = desk.connectors.get(connectorId)
  const channel = channelId ? await findChannel(desk.db, companyId, channelId) : undefined
  const renewed =
    channel && failure.kind === 'auth' ? await renewAccess(desk, channel) : 'impossible'
  const met = renewed !== 'impossible' && renewed.ok ? silent('the access was renewed') : failure
  const network = connector?.manifest.name ?? connectorId
  await keepEnd({ desk, held, network, channel, canAsk: Boolean(connector?.stream?.read) }, met)
}

/** @returns why it ended; null when it is ours no longer */
async function listen(
  desk: Desk,
  matchers: CompanyMatchers,
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
  const listening: Listening = { desk, matchers, held, connector, tools: tools.value, channel }
  const heard = connector.stream.open(tools.value, account, settings, cursor, signal)
  return keepAll(listening, heard)
}

/** Keeps what comes, soon and in bunches. While a bunch is being kept, no more than one batch is asked for. */
async function keepAll(
  listening: Listening,
  heard: ReturnType<Stream['open']>,
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
    return keepHeard(listening, kept, { liveSince, perMinute: pace.perMinute(), steady })
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
