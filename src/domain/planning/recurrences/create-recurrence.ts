import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction, companyOf } from '#domain/governance/index.ts'
import { deletePost, type Draft } from '#domain/publishing/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { refuseOthers } from '../refuse-others.ts'
import type { PlanningTables, Recurrence } from '../tables.ts'
import type { recurrenceInput } from './api.ts'
import { allPast } from './errors.ts'
import { type Occasion, occasionsOf, type Series } from './rule.ts'
import { RECURRENCES_WORK } from './store.ts'

/**
 * Begins a series: all its times are written down; its next posts are made by the desk, a few at a time.
 * @throws Problem when the rule is not one, nothing of it is still to come, or an account is not theirs
 */
export async function createRecurrence(
  desk: Desk,
  actor: Actor,
  id: string,
  { post, texts, fromPostId, ...asked }: z.output<typeof recurrenceInput>,
): Promise<void> {
  const { companyId } = actor
  const { timeZone } = await companyOf(desk.db, companyId)
  const series = { timeZone, ...asked }
  await refuseOthers(desk.db, actor, post)
  const occasions = occasionsToCome(desk, series)
  await inOneTransaction(desk, async (within) => {
    const isNew = await insertSeries(within, actor, { id, post, texts, series, occasions })
    // The same request again, under its Idempotency-Key.
    if (!isNew) return
    if (fromPostId) await deletePost(within, actor, fromPostId)
    await tell(within, actor, id, 'recurrence.created')
  })
}

/** @throws Problem when none is */
export function occasionsToCome(desk: Desk, series: Series): Occasion[] {
  const occasions = occasionsOf(series).filter(({ at }) => at > desk.clock.now())
  if (occasions.length === 0) throw new Problem(allPast)
  return occasions
}

interface NewSeries {
  id: string
  post: Draft
  texts: string[]
  series: Series
  occasions: readonly Occasion[]
  follows?: Recurrence
}

/** @returns false when it is there already */
export async function insertSeries(
  { db, clock }: Desk,
  actor: Actor,
  { id, post, texts, series, occasions, follows }: NewSeries,
): Promise<boolean> {
  const { companyId } = actor
  const now = clock.now()
  const inserted = await tablesOf<PlanningTables>(db)
    .insertInto('recurrences')
    .values({
      id,
      companyId,
      template: JSON.stringify(post),
      texts,
      rule: series.rule,
      wallTime: series.wallTime,
      timeZone: series.timeZone,
      followsId: follows?.id ?? null,
      authorId: actor.id,
      authorName: actor.name,
      mayPublish: actor.scopes.has('posts:publish'),
      lookAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) await insertTimes(db, companyId, id, occasions)
  return Boolean(inserted)
}

export async function insertTimes(
  trx: Executor,
  companyId: string,
  recurrenceId: string,
  occasions: readonly Occasion[],
  firstPosition = 0,
): Promise<void> {
  if (occasions.length === 0) return
  await tablesOf<PlanningTables>(trx)
    .insertInto('occurrences')
    .values(
      occasions.map(({ wallTime, at }, i) => ({
        recurrenceId,
        companyId,
        wallTime,
        at,
        position: firstPosition + i,
      })),
    )
    .onConflict((c) => c.columns(['recurrenceId', 'wallTime']).doNothing())
    .execute()
}

/** Writes down who did what, and has the desk look at the series at once. */
export async function tell(
  { db, clock }: Desk,
  { companyId, id: actor }: Pick<Actor, 'companyId' | 'id'>,
  id: string,
  action: AuditAction,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const at = clock.now()
  await audit(db, { companyId, at, actor, action, subject: `recurrence:${id}`, detail })
  await emit(db, companyId, 'recurrence.changed', { recurrenceId: id })
  await wake(db, RECURRENCES_WORK)
}
