import { sql } from 'kysely'
import { readsFeeds } from '#connectors/_contract/feed-reader.ts'
import type { Connector, Places, Stream } from '#connectors/_contract/connector.ts'
import { type Channel, listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Language } from '#platform/text.ts'
import type { OffersView, SourceView } from '../api.ts'
import { askedAs, FILE, isOpenSearch, kindOf, OUR_ACCOUNTS, type Source } from '../model.ts'
import type { ListeningTables } from '../tables.ts'
import { feedFields } from './feed-settings.ts'
import { howHeard, notHeard } from './live/how-heard.ts'
import { type Parked, parkedBySource } from '../passage/park.ts'
import { toldSince } from './websub/told-since.ts'
import { type Searches, searchesOf } from './searches.ts'

/** The company's sources and how each is doing, oldest first. */
export async function listSources(
  desk: Desk,
  companyId: string,
  language: Language,
): Promise<SourceView[]> {
  const [sources, mentions, searches, told, live, parked] = await Promise.all([
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
    parkedBySource(desk.db, companyId),
  ])
  return sources.map((source) => ({
    ...withParked(
      presentSource(desk, source, mentions.get(source.id) ?? 0, searches, language),
      parked.get(source.id),
      language,
    ),
    toldSince: told.get(source.id)?.toISOString() ?? null,
    live: source.streamed ? (live.get(source.id) ?? notHeard) : null,
  }))
}

/** @throws Problem when the company has no such source */
export async function oneSource(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<SourceView> {
  const found = (await listSources(desk, companyId, language)).find((source) => source.id === id)
  if (!found) throw new Problem(notFound)
  return found
}

function presentSource(
  desk: Desk,
  source: Source,
  mentions: number,
  searches: Searches,
  language: Language,
): Omit<SourceView, 'toldSince' | 'live'> {
  if (source.connectorId === FILE) return presentFile(source, mentions)
  if (source.connectorId === OUR_ACCOUNTS) return presentOurAccounts(source, mentions)
  const connector = desk.connectors.get(source.connectorId)
  const kind = connector ? kindOf(source, connector) : source.channelId ? 'search' : 'feed'
  const readsAll = connector?.listen?.places?.readsAll(source.settings) ?? false
  const asked = kind === 'search' && !readsAll ? searches : { terms: [], leftOut: 0 }
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

/** What is set aside is told where nothing worse is. */
function withParked<View extends Pick<SourceView, 'state' | 'trouble' | 'troubleSince'>>(
  view: View,
  parked: Parked | undefined,
  language: Language,
): View {
  if (!parked || view.trouble !== null) return view
  const state = view.state === 'paused' ? view.state : 'troubled'
  const { sentence, since } = parked
  return { ...view, state, trouble: sentence[language], troubleSince: since.toISOString() }
}

/** A file that was imported: read once, and well. */
function presentFile(source: Source, mentions: number): Omit<SourceView, 'toldSince' | 'live'> {
  const at = source.createdAt.toISOString()
  const file = { kind: 'file', networkName: 'CSV', stamp: 'CS', state: 'fine' } as const
  return { ...unread(source, mentions), ...file, lastPollAt: at, lastItemAt: at }
}

function presentOurAccounts(
  source: Source,
  mentions: number,
): Omit<SourceView, 'toldSince' | 'live'> {
  return {
    ...unread(source, mentions),
    kind: 'our-accounts',
    networkName: source.name,
    stamp: '@',
    state: source.paused ? 'paused' : 'fine',
  }
}

/** What nobody reads: there is no connector, no rhythm, and no trouble. */
function unread(source: Source, mentions: number) {
  const { id, connectorId, name, itemsRead, lastPollAt, lastItemAt } = source
  return {
    id,
    connectorId,
    channelId: null,
    name,
    address: null,
    trouble: null,
    troubleSince: null,
    lastPollAt: lastPollAt?.toISOString() ?? null,
    lastItemAt: lastItemAt?.toISOString() ?? null,
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

/** Counted source by source, in the index of each: to group all mentions of a company reads every one of them. */
async function mentionsBySource(desk: Desk, companyId: string): Promise<Map<string, number>> {
  const rows = await tablesOf<ListeningTables>(desk.db)
    .selectFrom('sources')
    .select((eb) => [
      'sources.id',
      eb
        .selectFrom('mentions')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('mentions.sourceId', '=', 'sources.id')
        .as('count'),
    ])
    .where('sources.companyId', '=', companyId)
    .execute()
  return new Map(rows.map(({ id, count }) => [id, count ?? 0]))
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
    // A place that is followed leaves the search of the whole network to be added.
    .where((eb) => eb.or([eb('channelId', 'is', null), eb(sql`settings`, '=', sql`'{}'::jsonb`)]))
    .execute()
  const taken = new Set(searched.map(({ channelId }) => channelId))
  const there = new Set(searched.map(({ connectorId }) => connectorId))
  const connected = (await listChannels(desk.db, companyId)).filter((c) => c.state === 'connected')
  const channels = connected.filter((c) => !taken.has(c.id))
  return {
    ourAccounts: there.has(OUR_ACCOUNTS) ? null : { handles: receiving(desk, connected) },
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
    streams: listening.flatMap((connector) => formOffer(connector, connector.stream, connected)),
    places: listening.flatMap((connector) =>
      formOffer(connector, connector.listen?.places, connected),
    ),
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

/** Those of the accounts of which what is received is ours to keep. */
function receiving(desk: Desk, connected: readonly Channel[]): string[] {
  return connected.flatMap(({ connectorId, handle }) => {
    const { inbox, manifest } = desk.connectors.get(connectorId) ?? {}
    const isLent = manifest?.lendsSaid !== undefined && !manifest.practice
    return inbox && !isLent ? [handle] : []
  })
}

/** A form that a connector declares, with the accounts through which it may go. */
function formOffer(
  { manifest: { id, name, stamp } }: Connector,
  form: Pick<Stream | Places, 'account' | 'fields' | 'help'> | undefined,
  connected: readonly Channel[],
): OffersView['streams'] {
  if (!form) return []
  const needsAccount = form.account === 'needed'
  const through = connected.filter((c) => needsAccount && c.connectorId === id)
  return [
    {
      connectorId: id,
      networkName: name,
      stamp,
      fields: form.fields,
      help: form.help,
      needsAccount,
      channels: through.map((c) => ({ channelId: c.id, handle: c.handle })),
    },
  ]
}
