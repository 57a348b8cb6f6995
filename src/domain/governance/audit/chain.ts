import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { GovernanceTables } from '../tables.ts'
import { BEGINNING, digestOf, linkOf } from './digest.ts'

/** The end of a company's chain. Note it elsewhere: with it, even a trail written anew from the start is found out. */
export interface Head {
  seq: number
  hash: string
}

export type Fault =
  /** What it says is not what was sealed. */
  | 'changed'
  /** An entry is missing before it. */
  | 'missing'
  /** It does not follow from the one before: moved, put in, or sealed anew. */
  | 'unlinked'
  /** It never passed the desk's own way of writing. */
  | 'unsealed'
  /** Entries at the end are missing. */
  | 'cut'
  /** The chain does not lead to the head that was noted. */
  | 'not-the-noted'

export interface Verdict {
  /** How many entries hold together, from the first. */
  intact: number
  /** The desk's own note of the end. */
  head: Head
  /** The first thing that is wrong; null when the chain is whole. */
  broken: { seq: number; id: number | null; fault: Fault } | null
}

const AT_ONCE = 1000

/**
 * Walks a company's chain from its beginning and names the first entry that does not hold.
 *
 * What it cannot find out by itself: somebody who may write in the database and knows this code can write the whole
 * rest of the chain anew from any entry on, and the head with it. Against that, compare with a head noted elsewhere.
 * @param noted a head written down earlier, on paper or on another machine
 */
export async function verifyChain(db: Executor, companyId: string, noted?: Head): Promise<Verdict> {
  const head = await headOf(db, companyId)
  let last: Head = { seq: 0, hash: BEGINNING }
  let seen = noted === undefined || noted.seq === 0
  const broken = (seq: number, id: number | null, fault: Fault): Verdict => ({
    intact: last.seq,
    head,
    broken: { seq, id, fault },
  })
  for (;;) {
    const rows = await entriesAfter(db, companyId, last.seq)
    for (const { id, seq, prevHash, hash, digest, ...said } of rows) {
      if (seq !== last.seq + 1) return broken(last.seq + 1, null, 'missing')
      if (digest !== digestOf({ ...said, companyId })) return broken(seq, id, 'changed')
      if (prevHash !== last.hash) return broken(seq, id, 'unlinked')
      if (hash !== linkOf(prevHash, seq, digest)) return broken(seq, id, 'changed')
      last = { seq, hash }
      if (noted?.seq === seq) {
        if (noted.hash !== hash) return broken(seq, id, 'not-the-noted')
        seen = true
      }
    }
    if (rows.length < AT_ONCE) break
  }
  const stray = await unsealed(db, companyId)
  if (stray) return broken(last.seq + 1, stray, 'unsealed')
  if (last.seq !== head.seq || last.hash !== head.hash) return broken(last.seq + 1, null, 'cut')
  if (!seen) return broken(last.seq + 1, null, 'not-the-noted')
  return { intact: last.seq, head, broken: null }
}

/** Where the chain ends, as the desk noted it. */
async function headOf(db: Executor, companyId: string): Promise<Head> {
  const row = await tablesOf<GovernanceTables>(db)
    .selectFrom('auditHeads')
    .select(['seq', 'hash'])
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return row ?? { seq: 0, hash: BEGINNING }
}

async function entriesAfter(db: Executor, companyId: string, after: number) {
  const rows = await tablesOf<GovernanceTables>(db)
    .selectFrom('auditEntries')
    .select(['id', 'seq', 'at', 'actor', 'action', 'subject', 'detail', 'digest'])
    .select(['prevHash', 'hash'])
    .where('companyId', '=', companyId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(AT_ONCE)
    .execute()
  return rows.map((row) => ({ ...row, seq: row.seq ?? 0 }))
}

async function unsealed(db: Executor, companyId: string): Promise<number | undefined> {
  const row = await tablesOf<GovernanceTables>(db)
    .selectFrom('auditEntries')
    .select('id')
    .where('companyId', '=', companyId)
    .where('hash', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
