import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { excerptAround } from '../mentions/excerpt.ts'
import type { Normalised } from '../mentions/normalise.ts'
import type { Source } from '../model.ts'
import { languageOf } from '../signals/index.ts'
import { hash } from './hash.ts'
import { termsOf } from '../signals/terms/index.ts'
import type { ListeningTables } from '../tables.ts'
import { DAY, KEPT_DAYS } from './period.ts'

/** The most posts kept by company and day: the lowest of a hash of the address stay, a fair sample of the day. */
const BY_DAY = 500

/**
 * Keeps what posts speak of that no query found. Those a query finds now leave. Runs in the caller's transaction, which
 * holds the company's turn.
 * @param found addresses of the items that a query found
 */
export async function keepHeardTerms(
  trx: Executor,
  source: Pick<Source, 'id' | 'companyId' | 'name'>,
  items: readonly Normalised[],
  found: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  const { companyId } = source
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY)
  const tables = tablesOf<ListeningTables>(trx)
  if (found.size > 0) {
    await tables
      .deleteFrom('heardTerms')
      .where('companyId', '=', companyId)
      .where('canonicalUrl', 'in', [...found])
      .execute()
  }
  const rows = items
    .filter(({ canonicalUrl, at }) => !found.has(canonicalUrl) && at >= oldest)
    .map((item) => rowOf(source, item))
    .filter(({ terms }) => terms.length > 0)
  if (rows.length === 0) return
  await tables
    .insertInto('heardTerms')
    .values(rows)
    .onConflict((c) => c.columns(['companyId', 'canonicalUrl']).doNothing())
    .execute()
  const days = [...new Set(rows.map(({ day }) => day))]
  await sql`
    delete from heard_terms where company_id = ${companyId} and (
      day < ${oldest}::date or canonical_url in (
        select canonical_url from (
          select canonical_url, row_number() over (partition by day order by rank, canonical_url) as place
          from heard_terms where company_id = ${companyId} and day = any(${days}::date[])
        ) ranked where place > ${BY_DAY}
      )
    )
  `.execute(trx)
}

function rowOf(
  { id, companyId, name }: Pick<Source, 'id' | 'companyId' | 'name'>,
  item: Normalised,
) {
  const { canonicalUrl, remoteId, at, author, title, text, url } = item
  const whole = title ? `${title}. ${text}` : text
  const language = languageOf(whole)
  const spoken = language === 'unsure' ? item.language : language
  return {
    companyId,
    canonicalUrl,
    sourceId: id,
    remoteId,
    at,
    day: at.toISOString().slice(0, 10),
    rank: hash(canonicalUrl),
    voice: author?.remoteId || id,
    author: author?.name || null,
    sourceName: name,
    url,
    excerpt: excerptAround(whole, []).text,
    terms: termsOf(whole, spoken).map(({ key }) => key),
  }
}
