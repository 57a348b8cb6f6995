import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { learntBy } from '../learning/learnt-by.ts'
import { intents, risks, type Want } from '../signals/names.ts'
import type { ListeningTables } from '../tables.ts'
import { signalColumns } from './mention-signals.ts'

/** What a person says of what the desk read; null gives it back to the desk, undefined leaves it. */
export interface Correction {
  sentiment?: 'negative' | 'neutral' | 'positive' | null | undefined
  /** All that it wants and risks. */
  wants?: readonly Want[] | null | undefined
}

/** Keeps a correction of these mentions of a company. */
export async function correctMentions(
  trx: Executor,
  companyId: string,
  ids: readonly string[],
  { sentiment, wants }: Correction,
): Promise<void> {
  const tables = tablesOf<ListeningTables>(trx)
  const said = {
    ...(sentiment === undefined ? {} : { sentimentByPerson: sentiment }),
    ...(wants ? columnsOf(wants) : {}),
  }
  if (Object.keys(said).length > 0)
    await tables
      .updateTable('mentions')
      .set(said)
      .where('companyId', '=', companyId)
      .where('id', 'in', ids)
      .execute()
  if (wants === null) await readAnew(trx, companyId, ids)
}

function columnsOf(wants: readonly Want[]) {
  return {
    intents: intents.filter((one) => wants.includes(one)),
    risks: risks.filter((one) => wants.includes(one)),
    wantsByPerson: true,
  }
}

/** What the desk reads in them, today: it may have learnt since. */
async function readAnew(trx: Executor, companyId: string, ids: readonly string[]): Promise<void> {
  const tables = tablesOf<ListeningTables>(trx)
  const corrected = await tables
    .selectFrom('mentions')
    .select(['id', 'title', 'text', 'language'])
    .where('companyId', '=', companyId)
    .where('id', 'in', ids)
    .where('wantsByPerson', '=', true)
    .execute()
  const learnt = await learntBy(trx, companyId)
  for (const { id, ...mention } of corrected) {
    const { intents, risks } = signalColumns(mention, learnt)
    await tables
      .updateTable('mentions')
      .set({ intents, risks, wantsByPerson: false })
      .where('id', '=', id)
      .execute()
  }
}

/**
 * Copies of what a person corrected are corrected likewise as they come: it is the first of their fold that says. Runs in the
 * transaction that keeps them, after they were folded.
 */
export async function takeCorrectionsOver(
  trx: Executor,
  companyId: string,
  mentionIds: readonly string[],
): Promise<void> {
  if (mentionIds.length === 0) return
  await sql`
    update mentions m set
      sentiment_by_person = first.sentiment_by_person,
      intents = case when first.wants_by_person then first.intents else m.intents end,
      risks = case when first.wants_by_person then first.risks else m.risks end,
      wants_by_person = first.wants_by_person
    from mention_folds f join mentions first on first.id = f.fold_id
    where f.mention_id = m.id and f.fold_id <> m.id
      and m.company_id = ${companyId} and m.id = any(${mentionIds}::uuid[])
      and (first.sentiment_by_person is not null or first.wants_by_person)
  `.execute(trx)
}
