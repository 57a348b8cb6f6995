import type { Selectable } from 'kysely'
import type { Connector } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import type { Post } from './query/index.ts'
import type { ListeningTables } from './tables.ts'

export type Source = Selectable<ListeningTables['sources']>
export type SavedQuery = Selectable<ListeningTables['savedQueries']>
export type Mention = Selectable<ListeningTables['mentions']>

/**
 * A feed is read at an address and needs no account; a search asks a network, through a connected account where it wants
 * one, for what the saved queries look for.
 * A stream tells what is new as it comes, with or without an account.
 */
export type SourceKind = 'feed' | 'search' | 'stream'

/** In the place of a connector: a file that was imported, which nobody reads again (`mention-files/`). */
export const FILE = 'file'

/** In the place of a connector: what the company's own accounts receive (`our-accounts/`). */
export const OUR_ACCOUNTS = 'our-accounts'

/** How a network is read when it is asked. */
export function askedAs({ manifest, listen }: Connector): 'feed' | 'search' {
  const needsAccount = manifest.connect.method !== 'none'
  return needsAccount || listen?.searches ? 'search' : 'feed'
}

/** Searched without an account. */
export function isOpenSearch({ manifest, listen }: Connector): boolean {
  return manifest.connect.method === 'none' && listen?.searches === true
}

export function kindOf(source: Pick<Source, 'streamed'>, connector: Connector): SourceKind {
  return source.streamed ? 'stream' : askedAs(connector)
}

/** Between title and text: a gap that no phrase crosses (see `query/scan-words.ts`). */
const GAP = '\u2029'

/** A mention as the saved queries read it. */
export function readable({ title, text }: { title?: string | null; text: string }): string {
  return title ? `${title}${GAP}${text}` : text
}

/**
 * The words that the network says are there, after those it gave: a query that looks for them finds the mention, though
 * nobody here read the text. What a query excludes cannot be looked for in it.
 */
export function withHeld<T extends { text: string; holds?: string[] }>(item: T): T {
  return item.holds ? { ...item, text: [item.text, ...item.holds].join(GAP) } : item
}

/** What screens call the network that something was read from. */
export function networkNameOf(
  { connectors }: Pick<Desk, 'connectors'>,
  connectorId: string,
): string {
  return connectors.get(connectorId)?.manifest.name ?? (connectorId === FILE ? 'CSV' : connectorId)
}

/** Every name by which `source:` may call where something was read: the network, as programs and screens say it, and the source. */
export function sourceNames(
  desk: Pick<Desk, 'connectors'>,
  connectorId: string,
  source?: string | null,
): string[] {
  return [connectorId, networkNameOf(desk, connectorId), ...(source ? [source] : [])]
}

/**
 * A mention as the saved queries read it, with what their fields ask about.
 * @param sources what it was read from: see `sourceNames`
 */
export function postOf(
  mention: Pick<Mention, 'title' | 'text' | 'author' | 'url' | 'language' | 'images' | 'at'>,
  sources: readonly string[],
): Post {
  const { author, url, language, images, at } = mention
  return {
    text: readable(mention),
    author,
    url,
    language,
    at,
    ...(images === null ? {} : { images }),
    sources,
  }
}
