import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Learnt } from '../signals/index.ts'
import { fewestCorrections, type LearningView } from './api.ts'
import { isRereading } from './reread/reread-soon.ts'
import type { LearningTables } from './tables.ts'

/** What a company's corrections have taught; nothing where it was not worth it. */
export async function learntBy(trx: Executor, companyId: string): Promise<Learnt> {
  const row = await tablesOf<LearningTables>(trx)
    .selectFrom('learntOpinions')
    .select('learnt')
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return row?.learnt ?? {}
}

/** What a company's corrections are worth. */
export async function learningOf(db: Executor, companyId: string): Promise<LearningView> {
  const row = await tablesOf<LearningTables>(db)
    .selectFrom('learntOpinions')
    .select(['learntAt', 'trials', 'wantTrials', 'switchedOff'])
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return {
    on: !row?.switchedOff,
    learntAt: row?.learntAt?.toISOString() ?? null,
    rereading: await isRereading(db, companyId),
    needed: fewestCorrections,
    languages: row?.trials ?? [],
    wants: row?.wantTrials ?? [],
  }
}
