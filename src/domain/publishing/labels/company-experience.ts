import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'
import { type Experience, experienceOf } from './experience.ts'

/** Enough to know a company's habits, few enough to be counted in some milliseconds. */
const LATEST = 300

/**
 * What the company's own labels have taught: counted afresh from its posts each time, so that a corrected label
 * teaches at once and a deleted post teaches no more. Nothing of it is kept or leaves the desk.
 */
export async function companyExperience(
  db: Executor,
  companyId: string,
  except: string | null,
): Promise<Experience> {
  const posts = await tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select(['text', 'labels'])
    .where('companyId', '=', companyId)
    .where('state', '!=', 'cancelled')
    .where(sql<boolean>`cardinality(labels) > 0`)
    .$if(except !== null, (q) => q.where('id', '!=', except ?? ''))
    .orderBy('updatedAt', 'desc')
    .limit(LATEST)
    .execute()
  return experienceOf(posts)
}
