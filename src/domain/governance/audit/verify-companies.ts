import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { GovernanceTables } from '../tables.ts'
import { type Head, type Verdict, verifyChain } from './chain.ts'

export type CompanyVerdict = Verdict & { companyId: string; name: string }

/** The chains of every company of the desk, by name. @param noted heads written down earlier, by company */
export async function verifyCompanies(
  db: Executor,
  noted: ReadonlyMap<string, Head> = new Map(),
): Promise<CompanyVerdict[]> {
  const companies = await tablesOf<GovernanceTables>(db)
    .selectFrom('companies')
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  const verdicts: CompanyVerdict[] = []
  for (const { id, name } of companies)
    verdicts.push({ companyId: id, name, ...(await verifyChain(db, id, noted.get(id))) })
  return verdicts
}
