import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Connector, Places } from '#connectors/_contract/connector.ts'
import { findChannel, toolsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { sourceInput } from '../api.ts'
import { alreadyListened, cannotListen, channelNeeded, tooManySources } from '../errors.ts'
import { askedAs, isOpenSearch } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'
import { feedFields, readSettings } from './feed-settings.ts'
import { STREAMS_WORK } from './live/claim-stream.ts'
import { type Details, formDetails, refused, streamDetails } from './live/stream-details.ts'
import { SOURCES_WORK } from './look-back.ts'
import { newSource } from './new-source.ts'

export const MOST_SOURCES = 500

type Input = z.output<typeof sourceInput> & { id: string }

/**
 * Adds a source and has it read at once. A feed is tried first: an address that is no feed is refused with its reason,
 * one that is silent for the moment is accepted.
 * @throws Problem when the source cannot be listened to, or is listened to already
 */
export async function addSource(desk: Desk, actor: Actor, input: Input): Promise<string> {
  const connector = await connectorToListen(desk, actor.companyId, input.connectorId)
  const details = await detailsOf(desk, actor.companyId, connector, input)
  const now = desk.clock.now()
  const { companyId } = actor
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await takeTurn(trx, companyId)
      if (await isThere(trx, input.id)) return
      await refuseDouble(trx, companyId, connector.manifest.id, details)
      await trx
        .insertInto('sources')
        .values({
          ...newSource(now),
          ...details,
          id: input.id,
          companyId,
          connectorId: connector.manifest.id,
        })
        .execute()
      await wake(trx, details.streamed ? STREAMS_WORK : SOURCES_WORK)
      await audit(trx, {
        companyId,
        at: now,
        actor: actor.id,
        action: 'source.added',
        subject: `source:${input.id}`,
      })
      await emit(trx, companyId, 'query.source_changed', { sourceId: input.id })
    })
  return input.id
}

function detailsOf(
  desk: Desk,
  companyId: string,
  connector: Connector,
  input: Input,
): Promise<Details> {
  if (input.live) return streamDetails(desk, companyId, connector, input)
  const places = connector.listen?.places
  if (places && Object.keys(input.settings).length > 0)
    return placeDetails(desk, companyId, connector, places, input)
  return askedAs(connector) === 'feed'
    ? feedDetails(desk, companyId, connector, input)
    : searchDetails(desk, companyId, connector, input)
}

async function connectorToListen(
  desk: Desk,
  companyId: string,
  connectorId: string,
): Promise<Connector> {
  const connector = desk.connectors.get(connectorId)
  const { practice } = await companyOf(desk.db, companyId)
  if (!connector?.listen || connector.manifest.practice !== practice)
    throw new Problem(cannotListen)
  return connector
}

async function feedDetails(
  desk: Desk,
  companyId: string,
  connector: Connector,
  input: Input,
): Promise<Details> {
  const settings = readSettings(feedFields(connector.manifest), input.settings)
  const tools = await toolsOf(desk, companyId, connector)
  const tried = tools.ok ? await connector.listen?.read(tools.value, null, settings, null) : tools
  if (tried && !tried.ok && tried.failure.kind === 'rejected') {
    const { field = Object.keys(settings)[0] ?? '', reason } = tried.failure
    throw refused(field, reason)
  }
  const address = Object.values(settings)[0] ?? ''
  const named = URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address
  return {
    name: input.name ?? named.slice(0, 120),
    channelId: null,
    streamed: false,
    settings: JSON.stringify(settings),
  }
}

/** A place that anybody may read is tried first, as a feed is. */
async function placeDetails(
  desk: Desk,
  companyId: string,
  connector: Connector,
  places: Places,
  input: Input,
): Promise<Details> {
  const details = await formDetails(desk, companyId, connector, places, input)
  if (places.account === 'needed') return details
  const tools = await toolsOf(desk, companyId, connector)
  const settings = { ...JSON.parse(details.settings), terms: [details.name] }
  const tried = tools.ok ? await connector.listen?.read(tools.value, null, settings, null) : tools
  if (tried && !tried.ok && tried.failure.kind === 'rejected') {
    const { field = places.fields[0]?.name ?? '', reason } = tried.failure
    throw refused(field, reason)
  }
  return details
}

async function searchDetails(
  desk: Desk,
  companyId: string,
  connector: Connector,
  input: Input,
): Promise<Details> {
  const { name: network, id } = connector.manifest
  const open = { channelId: null, streamed: false, settings: '{}' }
  if (isOpenSearch(connector)) return { ...open, name: input.name ?? network }
  const channel = input.channelId
    ? await findChannel(desk.db, companyId, input.channelId)
    : undefined
  if (channel?.connectorId !== id || channel.state !== 'connected')
    throw new Problem(channelNeeded, { network })
  return { name: input.name ?? network, channelId: channel.id, streamed: false, settings: '{}' }
}

async function isThere(trx: Executor, id: string): Promise<boolean> {
  return Boolean(
    await tablesOf<ListeningTables>(trx)
      .selectFrom('sources')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst(),
  )
}

async function refuseDouble(
  trx: Executor,
  companyId: string,
  connectorId: string,
  details: Details,
): Promise<void> {
  const rows = await tablesOf<ListeningTables>(trx)
    .selectFrom('sources')
    .select(['name', 'connectorId', 'channelId', 'settings', 'streamed'])
    .where('companyId', '=', companyId)
    .execute()
  if (rows.length >= MOST_SOURCES) throw new Problem(tooManySources, { max: MOST_SOURCES })
  const same = rows.find(
    (row) =>
      row.connectorId === connectorId &&
      row.channelId === details.channelId &&
      row.streamed === details.streamed &&
      // The database keeps keys in an order of its own.
      isDeepStrictEqual(row.settings, JSON.parse(details.settings)),
  )
  if (same) throw new Problem(alreadyListened, { name: same.name })
}
