import { readsFeeds } from '#connectors/_contract/feed-reader.ts'
import { listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import type { OffersView, SourceView } from '../api.ts'
import { askedAs, FILE, isOpenSearch, kindOf, type Source } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { feedFields } from './feed-settings.ts'
import { howHeard, notHeard } from './live/how-heard.ts'
import { toldSince } from './websub/told-since.ts'
import { type Searches, searchesOf } from './searches.ts'

/** The company's sources and how each is doing, oldest first. */
export async function listSources(
  desk: Desk,
  companyId: string,
  language: Language,
): Promise<SourceView[]> {
  const [sources, mentions, searches, told, live] = await Promise.all([
    tablesOf<ListeningTables>(desk.db)
      .selectFrom('sources')
      .selectAll()
      .where('companyId', '=', companyId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    mentionsBySource(desk, companyId),
    searchesOf(desk.db, companyId),
    toldSince(desk.db, companyId, desk.clock.now()),
    howHeard(desk.db, companyId, desk.clock.now()),
  ])
  return sources.map((source) => ({
    ...presentSource(desk, source, mentions.get(source.id) ?? 0, searches, language),
    toldSince: told.get(source.id)?.toISOString() ?? null,
    live: source.streamed ? (live.get(source.id) ?? notHeard) : null,
  }))
}

function presentSource(
  desk: Desk,
  source: Source,
  mentions: number,
  searches: Searches,
  language: Language,
): Omit<SourceView, 'toldSince' | 'live'> {
  if (source.connectorId === FILE) return presentFile(source, mentions)
  const connector = desk.connectors.get(source.connectorId)
  const kind = connector ? kindOf(source, connector) : source.channelId ? 'search' : 'feed'
  const asked = kind === 'search' ? searches : { terms: [], leftOut: 0 }
  const { id, connectorId, channelId, name, trouble, itemsRead, paused } = source
  return {
    id,
    kind,
    connectorId,
    networkName: connector?.manifest.name ?? connectorId,
    stamp: connector?.manifest.stamp ?? '?',
    channelId,
    name,
    address: kind === 'feed' ? String(Object.values(source.settings)[0] ?? '') : null,
    state: stateOf(source, kind === 'search' && searches.terms.length === 0),
    trouble: trouble?.sentence[language] ?? null,
    troubleSince: trouble?.since ?? null,
    lastPollAt: source.lastPollAt?.toISOString() ?? null,
    lastItemAt: source.lastItemAt?.toISOString() ?? null,
    nextPollAt: paused ? null : source.nextPollAt.toISOString(),
    itemsRead,
    mentions,
    searches: asked.terms,
    searchesLeftOut: asked.leftOut,
  }
}

/** A file that was imported: read once, and well. */
function presentFile(source: Source, mentions: number): Omit<SourceView, 'toldSince' | 'live'> {
  const { id, name, itemsRead, createdAt } = source
  return {
    id,
    kind: 'file',
    connectorId: FILE,
    networkName: 'CSV',
    stamp: 'CS',
    channelId: null,
    name,
    address: null,
    state: 'fine',
    trouble: null,
    troubleSince: null,
    lastPollAt: createdAt.toISOString(),
    lastItemAt: createdAt.toISOString(),
    nextPollAt: null,
    itemsRead,
    mentions,
    searches: [],
    searchesLeftOut: 0,
  }
}

function stateOf(
  { paused, trouble, lastPollAt }: Source,
  withoutQuery: boolean,
): SourceView['state'] {
  if (paused) return 'paused'
  if (trouble) return 'troubled'
  if (withoutQuery) return 'waiting'
  return lastPollAt ? 'fine' : 'new'
}

async function mentionsBySource(desk: Desk, companyId: string): Promise<Map<string, number>> {
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('mentions')
    .select((eb) => ['sourceId', eb.fn.countAll<number>().as('count')])
    .where('companyId', '=', companyId)
    .groupBy('sourceId')
    .execute()
  return new Map(rows.map(({ sourceId, count }) => [sourceId ?? '', count]))
}

/** What may be added: feeds of every kind this desk reads, and networks to search through a connected account. */
export async function listOffers(desk: Desk, companyId: string): Promise<OffersView> {
  const { practice } = await companyOf(desk.db, companyId)
  const listening = [...desk.connectors.values()].filter(
    (c) => c.listen && c.manifest.practice === practice,
  )
  const searched = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('sources')
    .select(['channelId', 'connectorId'])
    .where('companyId', '=', companyId)
    .where('streamed', '=', false)
    .execute()
  const taken = new Set(searched.map(({ channelId }) => channelId))
  const there = new Set(searched.map(({ connectorId }) => connectorId))
  const connected = (await listChannels(desk.db, companyId)).filter((c) => c.state === 'connected')
  const channels = connected.filter((c) => !taken.has(c.id))
  return {
    feeds: listening
      .filter((connector) => askedAs(connector) === 'feed')
      // What reads feeds first: it is what most people come for.
      .toSorted((a, b) => Number(readsFeeds(b)) - Number(readsFeeds(a)))
      .map((connector) => ({ ...connector, isFeedReader: readsFeeds(connector) }))
      .map(({ manifest, listen, isFeedReader }) => ({
        connectorId: manifest.id,
        networkName: manifest.name,
        stamp: manifest.stamp,
        fields: feedFields(manifest),
        called: manifest.called,
        description: manifest.description,
        help: manifest.connect.help,
        isFeedReader,
        watches: listen?.watches === true,
      })),
    streams: listening.flatMap(({ manifest, stream }) => {
      if (!stream) return []
      const { id, name, stamp } = manifest
      const needsAccount = stream.account === 'needed'
      const through = connected.filter((c) => needsAccount && c.connectorId === id)
      return [
        {
          connectorId: id,
          networkName: name,
          stamp,
          fields: stream.fields,
          help: stream.help,
          needsAccount,
          channels: through.map((c) => ({ channelId: c.id, handle: c.handle })),
        },
      ]
    }),
    openSearches: listening
      .filter((connector) => isOpenSearch(connector) && !there.has(connector.manifest.id))
      .map(({ manifest: { id, name, stamp, description, connect } }) => ({
        connectorId: id,
        networkName: name,
        stamp,
        description,
        help: connect.help,
      })),
    searches: channels.flatMap((channel) => {
      const connector = listening.find(({ manifest }) => manifest.id === channel.connectorId)
      if (!connector || askedAs(connector) === 'feed') return []
      const { id, name, stamp } = connector.manifest
      return [
        {
          connectorId: id,
          networkName: name,
          stamp,
          channelId: channel.id,
          handle: channel.handle,
        },
      ]
    }),
  }
}
