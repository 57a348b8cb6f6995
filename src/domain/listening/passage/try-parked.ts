import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Text } from '#platform/text.ts'
import type { CompanyMatchers } from '../mentions/company-matcher.ts'
import type { ListeningTables } from '../tables.ts'
import { takeTurn } from '../turn.ts'
import { prepareToKeep } from './keep-brought.ts'
import { broughtBy, read } from './message.ts'
import { PARKED_WORK } from './park.ts'
import { notOurs, refusedAtOnce, unreadable } from './reasons.ts'
import { failureWithin } from './savepoint.ts'
import { sourceOf } from './source-of.ts'

/** Has the desk try again to keep all that is set aside, soon, where no queue would. @returns how many */
export async function wantParkedAgain(db: Executor): Promise<number> {
  return tablesOf<ListeningTables>(db)
    .transaction()
    .execute(async (trx) => {
      const wanted = await trx.updateTable('parkedPosts').set({ again: true }).executeTakeFirst()
      await wake(trx, PARKED_WORK)
      return Number(wanted.numUpdatedRows)
    })
}

/** Whether anything set aside is to be tried again. */
export async function isWanted(db: Executor): Promise<boolean> {
  const row = await nextWanted(db)
  return row !== undefined
}

/**
 * Tries again to keep what somebody asked for; each post, kept or set aside with its new reason, is a transaction of its own.
 * @returns how many were tried
 */
export async function tryWanted(desk: Desk, matchers: CompanyMatchers): Promise<number> {
  for (let tried = 0; ; tried++) {
    const next = await nextWanted(desk.db)
    if (!next) return tried
    await tryOne(desk, matchers, next.id)
  }
}

function nextWanted(db: Executor) {
  return tablesOf<ListeningTables>(db)
    .selectFrom('parkedPosts')
    .select('id')
    .where('again', '=', true)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

async function tryOne(desk: Desk, matchers: CompanyMatchers, id: string): Promise<void> {
  const tables = tablesOf<ListeningTables>(desk.db)
  const parked = await tables
    .selectFrom('parkedPosts')
    .select('message')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!parked) return
  const says = read(parked.message)
  const source = says && (await sourceOf(desk.db, says))
  if (!source) return asideStill(desk.db, id, unreadable)
  if (source === 'not ours') return asideStill(desk.db, id, notOurs)
  if (source === 'removed') {
    await tables.deleteFrom('parkedPosts').where('id', '=', id).execute()
    return
  }
  const keep = await prepareToKeep(desk, matchers, broughtBy(source, [says]))
  await tables.transaction().execute(async (trx) => {
    await takeTurn(trx, source.companyId)
    const row = await trx
      .deleteFrom('parkedPosts')
      .where('id', '=', id)
      .where('again', '=', true)
      .returningAll()
      .executeTakeFirst()
    // Another process tried it, or its author took it back.
    if (!row) return
    const failure = keep ? await failureWithin(trx, () => keep(trx)) : undefined
    if (failure !== undefined) {
      const reason = JSON.stringify(refusedAtOnce(failure))
      const again = { ...row, again: false, reason, times: row.times + 1 }
      await trx.insertInto('parkedPosts').values(again).execute()
    }
    await emit(trx, source.companyId, 'query.source_changed', { sourceId: source.id })
  })
}

async function asideStill(db: Executor, id: string, why: Text): Promise<void> {
  await tablesOf<ListeningTables>(db)
    .updateTable('parkedPosts')
    .set((eb) => ({ again: false, reason: JSON.stringify(why), times: eb('times', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
