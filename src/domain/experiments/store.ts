import type { Selectable } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Finding } from './model.ts'
import type { ArmName, ExperimentsTables } from './tables.ts'

export type Experiment = Selectable<ExperimentsTables['experiments']>

export type ArmPosts = Record<'a' | 'b', string[]>

export async function insertExperiment(
  trx: Executor,
  experiment: Omit<Experiment, 'finding' | 'state' | 'concludedAt'>,
): Promise<void> {
  await tablesOf<ExperimentsTables>(trx)
    .insertInto('experiments')
    .values({ ...experiment, state: 'running', finding: null, concludedAt: null })
    .execute()
}

/** Adds posts to the versions; a post that is there already stays where it is. */
export async function addPosts(
  trx: Executor,
  { id, companyId }: Pick<Experiment, 'id' | 'companyId'>,
  { a, b }: ArmPosts,
): Promise<void> {
  const row = (arm: ArmName) => (postId: string) => ({ experimentId: id, companyId, arm, postId })
  const rows = [...a.map(row('A')), ...b.map(row('B'))]
  if (rows.length === 0) return
  await tablesOf<ExperimentsTables>(trx)
    .insertInto('experimentArms')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['experimentId', 'postId']).doNothing())
    .execute()
}

export async function findExperiment(
  db: Executor,
  companyId: string,
  id: string,
): Promise<Experiment | undefined> {
  return tablesOf<ExperimentsTables>(db)
    .selectFrom('experiments')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Those that run first, then latest first. */
export async function listExperiments(db: Executor, companyId: string): Promise<Experiment[]> {
  return tablesOf<ExperimentsTables>(db)
    .selectFrom('experiments')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('state', 'desc')
    .orderBy('startedAt', 'desc')
    .execute()
}

export async function postsOfArms(db: Executor, experimentId: string): Promise<ArmPosts> {
  const rows = await tablesOf<ExperimentsTables>(db)
    .selectFrom('experimentArms')
    .select(['arm', 'postId'])
    .where('experimentId', '=', experimentId)
    .orderBy('postId')
    .execute()
  const of = (arm: ArmName) => rows.filter((row) => row.arm === arm).map((row) => row.postId)
  return { a: of('A'), b: of('B') }
}

/** @returns false when it was concluded already */
export async function keepFinding(
  trx: Executor,
  { id, companyId }: Pick<Experiment, 'id' | 'companyId'>,
  finding: Finding,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<ExperimentsTables>(trx)
    .updateTable('experiments')
    .set({ state: 'concluded', finding: JSON.stringify(finding), concludedAt: at })
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
