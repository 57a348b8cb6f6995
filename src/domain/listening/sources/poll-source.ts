import type { Account, Connector, Heard, Tools } from '#connectors/_contract/connector.ts'
import { failed, type Outcome } from '#connectors/_contract/failure.ts'
import { type Channel, findChannel, toolsOf, withAccess } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { kindOf, type Source } from '../model.ts'
import { forgetGone } from './forget-gone.ts'
import type { Passage } from '../passage/passage.ts'
import { waitOf } from '../passage/queued.ts'
import { isOurs } from '../passage/reasons.ts'
import { keepPage } from './keep-page.ts'
import { lockUnderLease } from './claim-source.ts'
import { keepTrouble } from './keep-trouble.ts'
import { keepWait } from './keep-wait.ts'
import { looksBack } from './look-back.ts'
import { searchesOf } from './searches.ts'
import { accountRefused, cannotBeKept, deskMistake, troubleOf } from './trouble.ts'

/**
 * Reads one source that was claimed. What it brought, the mentions kept, the place reached and the next time are one
 * transaction: a reader killed before it leaves everything to be read again; after it, nothing. Where a queue stands between,
 * what it brought is there before the place moves; while the queue is away nothing is read.
 */
export async function pollSource(desk: Desk, passage: Passage, source: Source): Promise<void> {
  const { companyId, channelId, name } = source
  const connector = desk.connectors.get(source.connectorId)
  if (!connector?.listen) {
    return keepTrouble(desk, source, silent('no such connector'), deskMistake(name))
  }
  const network = connector.manifest.name
  const channel = channelId ? await findChannel(desk.db, companyId, channelId) : undefined
  if (channelId && channel?.state !== 'connected') {
    return keepTrouble(desk, source, noAccess, accountRefused(network))
  }
  const wait = passage.waitsFor()
  if (wait) return keepWait(desk, source, (trx) => lockUnderLease(trx, source), wait)
  const outcome = await read(desk, connector, source, channel)
  if (outcome === MISTAKE) return keepTrouble(desk, source, silent('a mistake'), deskMistake(name))
  if (outcome.ok) {
    try {
      await keepPage(desk, passage, source, connector, outcome.value, channel)
    } catch (error) {
      const why = waitOf(error)
      if (!why) return cannotKeep(desk, source, error)
      return keepWait(desk, source, (trx) => lockUnderLease(trx, source), why)
    }
    if (channel) await forgetGone(desk, connector, channel)
    return
  }
  const sentence =
    outcome.failure.kind === 'auth' ? accountRefused(network) : troubleOf(outcome.failure, name)
  await keepTrouble(desk, source, outcome.failure, sentence, channel)
}

/** Read again at once it would fail the same way: that is told, and tried less and less often. */
async function cannotKeep(desk: Desk, source: Source, error: unknown): Promise<void> {
  if (isOurs(error)) throw error
  desk.log.error({ error, source: source.id }, 'what a source brought could not be kept')
  await keepTrouble(desk, source, silent('could not be kept'), cannotBeKept(source.name))
}

/** A connector that throws, which none should. */
const MISTAKE = Symbol('mistake')

async function read(
  desk: Desk,
  connector: Connector,
  source: Source,
  channel: Channel | undefined,
): Promise<Outcome<Heard> | typeof MISTAKE> {
  const settings = { ...source.settings }
  const { listen, stream } = connector
  if (kindOf(source, connector) === 'search') {
    const { terms } = await searchesOf(desk.db, source.companyId)
    if (terms.length === 0) return { ok: true, value: { items: [] } }
    settings['terms'] = terms
  }
  const log = desk.log.child({ source: source.id, connector: source.connectorId })
  const cursor = looksBack(source, connector) ? null : source.cursor
  try {
    if (source.streamed && channel && stream?.read) {
      const { read } = stream
      return await withAccess(desk, channel, (account, tools) =>
        read(tools, account, settings, cursor),
      )
    }
    if (!listen) return failed(silent('nothing'))
    const as = (account: Account | null, tools: Tools) =>
      listen.read(tools, account, settings, cursor)
    if (channel) return await withAccess(desk, channel, as)
    const tools = await toolsOf(desk, source.companyId, connector, log)
    return tools.ok ? await as(null, tools.value) : tools
  } catch (error) {
    log.error({ error }, 'a source could not be read')
    return MISTAKE
  }
}

const noAccess = { kind: 'auth', detail: 'the account is not connected' } as const

function silent(detail: string) {
  return { kind: 'transient', detail } as const
}
