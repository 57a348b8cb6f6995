import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { ListeningTables } from '../tables.ts'
import { type KeepingView, offeredMonths } from './api.ts'
import { handledOf } from './handled.ts'

export const KEEPING_WORK = 'mentions-erase'

/**
 * Twenty-five months, as long as nobody chose: a month is still compared with the same one a year and two years before.
 * It is how long the CNIL lets figures of audience be kept (guidelines of 17 September 2020); of mentions it says nothing.
 */
const DEFAULT_MONTHS = 25

/** How often a company's old mentions are looked for. */
export const PASS_MS = 86_400_000

/** Those written before are too old to be kept. */
export function monthsBefore(now: Date, months: number): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('UTC')
    .subtract({ months })
  return new Date(then.epochMilliseconds)
}

/**
 * What was written since the company keeps mentions. What is older is not taken in, or a feed that still shows it would
 * bring back what was erased. Begins the company's keeping with its first mention. Runs in the caller's transaction.
 */
export async function youngEnough<Item extends { at: Date }>(
  trx: Executor,
  companyId: string,
  items: readonly Item[],
  now: Date,
): Promise<readonly Item[]> {
  if (items.length === 0) return items
  const chosen = await monthsKept(trx, companyId)
  if (chosen === undefined) await beginKeeping(trx, companyId, now)
  const since = sinceOf(chosen, now)
  return since === null ? items : items.filter(({ at }) => at >= since)
}

/** What was written before is too old to be kept by the company; null where it keeps everything. */
export async function keptSince(db: Executor, companyId: string, now: Date): Promise<Date | null> {
  return sinceOf(await monthsKept(db, companyId), now)
}

/** Undefined as long as the company keeps no mention and has chosen nothing. */
async function monthsKept(db: Executor, companyId: string): Promise<number | null | undefined> {
  const row = await tablesOf<ListeningTables>(db)
    .selectFrom('mentionKeeping')
    .select('months')
    .where('companyId', '=', companyId)
    .executeTakeFirst()
  return row?.months
}

function sinceOf(chosen: number | null | undefined, now: Date): Date | null {
  const months = chosen === undefined ? DEFAULT_MONTHS : chosen
  return months === null ? null : monthsBefore(now, months)
}

/** From a company's first mention on, those that grow too old are looked for. */
export async function beginKeeping(trx: Executor, companyId: string, now: Date): Promise<void> {
  await tablesOf<ListeningTables>(trx)
    .insertInto('mentionKeeping')
    .values({ companyId, months: DEFAULT_MONTHS, dueAt: new Date(now.getTime() + PASS_MS) })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function showKeeping(desk: Desk, companyId: string): Promise<KeepingView> {
  const tables = tablesOf<ListeningTables>(desk.db)
  const now = desk.clock.now()
  const [row, older] = await Promise.all([
    tables
      .selectFrom('mentionKeeping')
      .select(['months', 'erased', 'erasedAt'])
      .where('companyId', '=', companyId)
      .executeTakeFirst(),
    countOlder(
      desk.db,
      companyId,
      offeredMonths.map((months) => monthsBefore(now, months)),
    ),
  ])
  return {
    months: row ? row.months : DEFAULT_MONTHS,
    older: offeredMonths.map((months, i) => ({ months, mentions: older[i] ?? 0 })),
    erased: row?.erased ?? 0,
    erasedAt: row?.erasedAt?.toISOString() ?? null,
  }
}

/** How many nobody worked on were written before each of some instants: all, in an index alone, less those worked on. */
async function countOlder(
  db: Executor,
  companyId: string,
  instants: readonly Date[],
): Promise<number[]> {
  const counted = async (of: RawBuilder<unknown>) => {
    const { rows } = await sql<{ counts: number[] }>`
      select array[${sql.join(instants.map((at) => sql`count(*) filter (where at < ${at})`))}]::int[] as counts
      from ${of} written`.execute(db)
    return rows[0]?.counts ?? []
  }
  const latest = new Date(Math.max(...instants.map((at) => at.getTime())))
  const [all, handled] = await Promise.all([
    counted(sql`(select at from mentions where company_id = ${companyId} and at < ${latest})`),
    counted(sql`(${handledOf(companyId)})`),
  ])
  return instants.map((_, i) => (all[i] ?? 0) - (handled[i] ?? 0))
}

/** Chooses how long mentions are kept. Those too old then are erased at once, in the background. */
export async function chooseKeeping(
  desk: Desk,
  actor: Actor,
  { months }: { months: number | null },
): Promise<KeepingView> {
  const { companyId } = actor
  const at = desk.clock.now()
  const chosen = { months, dueAt: months === null ? null : at }
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await trx
        .insertInto('mentionKeeping')
        .values({ companyId, ...chosen })
        .onConflict((c) => c.column('companyId').doUpdateSet(chosen))
        .execute()
      const subject = `company:${companyId}`
      const action = 'company.keeping_changed' as const
      await audit(trx, { companyId, at, actor: actor.id, action, subject, detail: { months } })
      await emit(trx, companyId, 'company.changed')
      await wake(trx, KEEPING_WORK)
    })
  return showKeeping(desk, companyId)
}
