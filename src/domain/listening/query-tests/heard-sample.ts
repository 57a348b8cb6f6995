import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Normalised } from '../mentions/normalise.ts'
import { postOf, type Source, sourceNames } from '../model.ts'
import type { Post } from '../query/index.ts'
import type { ListeningTables } from '../tables.ts'

/** The most things kept by company, the most taken from one reading, the longest text, the longest time. */
const KEPT = 1_000
const BY_READING = 100
const LONGEST = 4_000
const DAYS = 30

/**
 * Keeps what was just read, whether a query found it or not, so that queries can be tried on it while they are written.
 * A rolling sample: what is oldest goes. Runs in the caller's transaction, which holds the company's turn.
 */
export async function keepSample(
  trx: Executor,
  source: Pick<Source, 'id' | 'companyId' | 'connectorId' | 'name'>,
  items: readonly Normalised[],
  now: Date,
): Promise<void> {
  const rows = items.slice(-BY_READING).map((item) => ({
    canonicalUrl: item.canonicalUrl,
    remoteId: item.remoteId,
    url: item.url,
    title: item.title,
    language: item.language,
    images: item.images,
    at: item.at,
    id: uuid(),
    companyId: source.companyId,
    sourceId: source.id,
    connectorId: source.connectorId,
    sourceName: source.name,
    author: item.author ? JSON.stringify(item.author) : null,
    text: item.text.slice(0, LONGEST).toWellFormed(),
    heardAt: now,
  }))
  if (rows.length === 0) return
  const tables = tablesOf<ListeningTables>(trx)
  await tables
    .insertInto('heardItems')
    .values(rows)
    .onConflict((c) => c.columns(['companyId', 'canonicalUrl']).doNothing())
    .execute()
  await sql`
    delete from heard_items where company_id = ${source.companyId} and (
      heard_at < ${new Date(now.getTime() - DAYS * 86_400_000)}
      or id in (
        select id from heard_items where company_id = ${source.companyId}
        order by heard_at desc, id desc offset ${KEPT}
      )
    )
  `.execute(trx)
}

export interface SampledPost extends Post {
  title: string | null
  body: string
}

/** The last things read; where there are none yet, the last mentions kept. */
export async function sampleOf(
  { db, connectors }: Pick<Desk, 'db' | 'connectors'>,
  companyId: string,
): Promise<SampledPost[]> {
  const heard = await tablesOf<ListeningTables>(db)
    .selectFrom('heardItems')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('heardAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const rows = heard.length > 0 ? heard : await lastMentions(db, companyId)
  return rows.map((row) => ({
    ...postOf(row, sourceNames({ connectors }, row.connectorId, row.sourceName)),
    title: row.title,
    body: row.text,
  }))
}

function lastMentions(db: Executor, companyId: string) {
  return tablesOf<ListeningTables>(db)
    .selectFrom('mentions')
    .leftJoin('sources', 'sources.id', 'mentions.sourceId')
    .selectAll('mentions')
    .select('sources.name as sourceName')
    .where('mentions.companyId', '=', companyId)
    .orderBy('mentions.at', 'desc')
    .limit(KEPT)
    .execute()
}
