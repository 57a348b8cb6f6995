import { sql } from 'kysely'
import type { Found, Page } from '#connectors/_contract/connector.ts'
import { failed, type Failure, type Outcome } from '#connectors/_contract/failure.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { firstDue, isFree } from '#platform/jobs/first-due.ts'
import type { Text } from '#platform/text.ts'
import type { ExchangeTables, FeedRule } from '../tables.ts'
import { articleOf, feedReader } from './reader.ts'

const MINUTE = 60_000
const LEASE_MS = 2 * MINUTE
const RHYTHM_MS = 10 * MINUTE
const LONGEST_WAIT_MS = 6 * 60 * MINUTE

/** Takes the rule whose feed is due first; null when none is. Given back by `pollRule`, or by time when its reader dies. */
export async function claimRule(db: Executor, now: Date): Promise<FeedRule | null> {
  const tables = tablesOf<ExchangeTables>(db)
  const due = tables
    .selectFrom('feedRules')
    .select('id')
    .where('state', '=', 'on')
    .where(isFree(now))
    .$call((rows) => firstDue(rows, 'nextPollAt', now))
  const row = await tables
    .updateTable('feedRules')
    .set({ leaseUntil: new Date(now.getTime() + LEASE_MS) })
    .where('id', 'in', due)
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

export async function nextRule(db: Executor): Promise<Date | null> {
  const row = await tablesOf<ExchangeTables>(db)
    .selectFrom('feedRules')
    .select(sql<Date | null>`min(greatest(next_poll_at, lease_until))`.as('due'))
    .where('state', '=', 'on')
    .executeTakeFirst()
  return row?.due ?? null
}

/** The rule, locked for its reader; nothing when the lease ran out and another took it, or when it was taken off. */
async function lockUnderLease(trx: Executor, { id, leaseUntil }: FeedRule) {
  return tablesOf<ExchangeTables>(trx)
    .selectFrom('feedRules')
    .select('id')
    .where('id', '=', id)
    .where('leaseUntil', '=', leaseUntil)
    .forUpdate()
    .executeTakeFirst()
}

/** Reads a feed and notes its new articles, with where it was read to, in one transaction. */
export async function pollRule(desk: Desk, rule: FeedRule): Promise<void> {
  const answer = await read(desk, rule)
  const now = desk.clock.now()
  await tablesOf<ExchangeTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      if (!(await lockUnderLease(trx, rule))) return
      if (!answer.ok) return keepTrouble(trx, rule, answer.failure, now)
      const { items, cursor } = answer.value
      if (items.length > 0) await keepArticles(trx, rule, items, now)
      await trx
        .updateTable('feedRules')
        .set({
          cursor: cursor ?? rule.cursor,
          nextPollAt: new Date(now.getTime() + RHYTHM_MS),
          lastPollAt: now,
          leaseUntil: null,
          failures: 0,
          trouble: null,
        })
        .where('id', '=', rule.id)
        .execute()
    })
}

async function read(desk: Desk, { settings, cursor }: FeedRule): Promise<Outcome<Page<Found>>> {
  try {
    return await feedReader(desk).listen.read(desk, null, settings, cursor)
  } catch (error) {
    // What reads feeds was taken off this desk.
    if (error instanceof Problem) {
      const { detail } = error.kind
      return failed({ kind: 'rejected', reason: detail, detail: error.message })
    }
    throw error
  }
}

/** What stood in the feed before the rule is old news: it is known, and passed over. */
async function keepArticles(
  trx: Executor,
  rule: FeedRule,
  items: readonly Found[],
  now: Date,
): Promise<void> {
  const state = rule.cursor === null ? ('passed' as const) : ('waiting' as const)
  const rows = items.map((found) => ({
    ruleId: rule.id,
    companyId: rule.companyId,
    articleId: found.remoteId,
    title: (found.title ?? found.text).slice(0, 300),
    url: found.url,
    at: found.at,
    state,
    found: JSON.stringify(articleOf(found)),
    postId: null,
    metAt: now,
  }))
  await tablesOf<ExchangeTables>(trx)
    .insertInto('feedArticles')
    .values(rows)
    .onConflict((c) => c.columns(['ruleId', 'articleId']).doNothing())
    .execute()
}

async function keepTrouble(
  trx: Executor,
  rule: FeedRule,
  failure: Failure,
  now: Date,
): Promise<void> {
  const failures = rule.failures + 1
  const wait = Math.min(MINUTE * 2 ** Math.min(failures, 12), LONGEST_WAIT_MS)
  const until = failure.kind === 'rate' ? failure.until.getTime() : 0
  await tablesOf<ExchangeTables>(trx)
    .updateTable('feedRules')
    .set({
      failures,
      leaseUntil: null,
      nextPollAt: new Date(Math.max(now.getTime() + wait, until)),
      trouble: JSON.stringify(troubleOf(failure)),
    })
    .where('id', '=', rule.id)
    .execute()
}

function troubleOf(failure: Failure): Text {
  if (failure.kind === 'rejected') return failure.reason
  return {
    en: `The feed does not answer (${failure.detail}). We keep trying, less and less often.`,
    fr: `Le flux ne répond pas (${failure.detail}). Nous réessayons, de moins en moins souvent.`,
  }
}
