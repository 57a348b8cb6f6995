import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { bareHeading } from '#platform/files/read-table.ts'
import { type Normalised, normalise } from '../mentions/normalise.ts'
import { FILE, postOf, sourceNames } from '../model.ts'
import type { Matcher } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'
import type { GoodRow } from './read-file.ts'

/** What becomes of a row that can be read. */
export interface JudgedRow extends GoodRow {
  item: Normalised
  connectorId: string
  /** What the queries read as the name of its source. */
  sourceName: string
  queryIds: string[]
  state: 'ready' | 'known' | 'unmatched'
}

export interface Judged {
  rows: JudgedRow[]
  /** Rows that name the page of a row above: their line, and that one's. */
  repeated: { line: number; first: number }[]
}

interface Against {
  companyId: string
  fileName: string
  matcher: Matcher
  /** A query that every row belongs to. */
  queryId: string | undefined
  now: Date
}

/** Asks the queries about each row, each page once, and looks which are mentions already. */
export async function judgeRows(
  desk: Pick<Desk, 'connectors'>,
  db: Executor,
  rows: readonly GoodRow[],
  { companyId, fileName, matcher, queryId, now }: Against,
): Promise<Judged> {
  const networks = networksByName(desk)
  const first = new Map<string, JudgedRow>()
  const repeated: Judged['repeated'] = []
  for (const row of rows) {
    const item = normalise(row.found, now)
    const before = first.get(item.canonicalUrl)
    if (before) {
      repeated.push({ line: row.line, first: before.line })
      continue
    }
    const connectorId = networks.get(bareHeading(row.source)) ?? FILE
    const sourceName = row.source || fileName
    const found = matcher.match(postOf(item, sourceNames(desk, connectorId, sourceName)))
    const queryIds = queryId ? [...new Set([...found, queryId])] : found
    const state = queryIds.length > 0 ? 'ready' : 'unmatched'
    first.set(item.canonicalUrl, { ...row, item, connectorId, sourceName, queryIds, state })
  }
  const known = await knownAmong(db, companyId, [...first.keys()])
  const judged = [...first].map(([url, row]): JudgedRow => {
    return known.has(url) ? { ...row, state: 'known' } : row
  })
  return { rows: judged, repeated }
}

/** A file that says “Mastodon” means the network that this desk knows by that name. */
function networksByName({ connectors }: Pick<Desk, 'connectors'>): Map<string, string> {
  return new Map(
    [...connectors.values()]
      .filter(({ manifest }) => !manifest.practice)
      .flatMap(({ manifest: { id, name } }) => [
        [bareHeading(id), id],
        [bareHeading(name), id],
      ]),
  )
}

const AT_ONCE = 2_000

async function knownAmong(
  db: Executor,
  companyId: string,
  urls: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>()
  for (let i = 0; i < urls.length; i += AT_ONCE) {
    const rows = await tablesOf<ListeningTables>(db)
      .selectFrom('mentions')
      .select('canonicalUrl')
      .where('companyId', '=', companyId)
      .where('canonicalUrl', 'in', urls.slice(i, i + AT_ONCE))
      .execute()
    for (const { canonicalUrl } of rows) known.add(canonicalUrl)
  }
  return known
}
