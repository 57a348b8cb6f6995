import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Risk } from '../../signals/names.ts'
import type { ListeningTables } from '../../tables.ts'
import { silentSources } from '../counted-sources.ts'
import { amplifierOf } from '../facts/amplifier.ts'
import { type Facts, firstOf } from '../facts/facts.ts'
import { spreadAmong } from '../facts/spread.ts'
import { carries } from './carries.ts'

/** What an alert says of the posts of a risk since it began; of a storm, the latest are not among them. */
const MOST = 2_000

/**
 * The first of them, who carried them farthest and how far: there is nothing usual to hold them against, and their opinion
 * is not the point.
 */
export async function factsOfPosts(
  db: Executor,
  companyId: string,
  risk: Risk,
  began: Date,
  now: Date,
): Promise<Facts> {
  const [told, silent] = await Promise.all([
    tablesOf<ListeningTables>(db)
      .selectFrom('mentions')
      .select(['id', 'url', 'author', 'title', 'text', 'at', 'sourceId'])
      .select(['sentiment', 'sentimentByPerson'])
      .where('companyId', '=', companyId)
      .where('at', '>=', began)
      .where('dismissed', '=', false)
      .where(carries(risk))
      .orderBy('at')
      .orderBy('id')
      .limit(MOST)
      .execute(),
    silentSources(db, companyId, now),
  ])
  const spread = spreadAmong(told, now)
  return {
    terms: [],
    first: firstOf(told),
    amplifier: spread.authors > 1 ? amplifierOf(told) : null,
    negatives: null,
    spread,
    silent,
  }
}
