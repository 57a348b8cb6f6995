import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { deletePost, postsOf } from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { refuseOthers } from '../refuse-others.ts'
import { lookAtShelf } from '../slots/store.ts'
import type { PlanningTables } from '../tables.ts'
import type { evergreenChanges, evergreenInput } from './api.ts'

/** Puts a post on the shelf. */
export async function shelve(
  desk: Desk,
  actor: Actor,
  id: string,
  { post, everyWeeks, until }: z.output<typeof evergreenInput>,
): Promise<void> {
  const now = desk.clock.now()
  await refuseOthers(desk.db, actor, post)
  await inOneTransaction(desk, async (within) => {
    await tablesOf<PlanningTables>(within.db)
      .insertInto('evergreens')
      .values({
        id,
        companyId: actor.companyId,
        template: JSON.stringify(post),
        everyWeeks,
        until,
        authorId: actor.id,
        authorName: actor.name,
        mayPublish: actor.scopes.has('posts:publish'),
        createdAt: now,
        updatedAt: now,
      })
      // The same request again, under its Idempotency-Key.
      .onConflict((c) => c.column('id').doNothing())
      .execute()
    await tell(within, actor, id, 'evergreen.shelved')
  })
}

/** Changes a post of the shelf, pauses it, or lets it go on. What it has on the calendar is planned anew. */
export async function changeEvergreen(
  desk: Desk,
  actor: Actor,
  id: string,
  { post, ...changes }: z.output<typeof evergreenChanges>,
): Promise<void> {
  if (post) await refuseOthers(desk.db, actor, post)
  await inOneTransaction(desk, async (within) => {
    const changed = await tablesOf<PlanningTables>(within.db)
      .updateTable('evergreens')
      .set({
        ...changes,
        ...(post ? { template: JSON.stringify(post) } : {}),
        updatedAt: desk.clock.now(),
      })
      .where('companyId', '=', actor.companyId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (!changed) throw new Problem(notFound)
    await takeOffTheCalendar(within, actor, id)
    await tell(within, actor, id, 'evergreen.changed')
  })
}

/** Takes a post off the shelf, and off the calendar where it still stands. */
export async function unshelve(desk: Desk, actor: Actor, id: string): Promise<void> {
  await inOneTransaction(desk, async (within) => {
    await takeOffTheCalendar(within, actor, id)
    const gone = await tablesOf<PlanningTables>(within.db)
      .deleteFrom('evergreens')
      .where('companyId', '=', actor.companyId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw new Problem(notFound)
    await tell(within, actor, id, 'evergreen.unshelved')
  })
}

/** Posts of the shelf that nobody has moved since, and their turns. */
async function takeOffTheCalendar(desk: Desk, actor: Actor, id: string): Promise<void> {
  const turns = await tablesOf<PlanningTables>(desk.db)
    .selectFrom('evergreenTurns')
    .selectAll()
    .where('companyId', '=', actor.companyId)
    .where('evergreenId', '=', id)
    .where('at', '>', desk.clock.now())
    .execute()
  const ids = turns.flatMap(({ postId }) => postId ?? [])
  for (const post of await postsOf(desk.db, actor.companyId, ids)) {
    if (post.state !== 'scheduled') continue
    await deletePost(desk, actor, post.id)
    await tablesOf<PlanningTables>(desk.db)
      .deleteFrom('evergreenTurns')
      .where('postId', '=', post.id)
      .execute()
  }
}

async function tell(
  { db, clock }: Desk,
  { companyId, id: actor }: Actor,
  id: string,
  action: AuditAction,
) {
  const at = clock.now()
  await audit(db, { companyId, at, actor, action, subject: `evergreen:${id}` })
  await emit(db, companyId, 'evergreen.changed', { evergreenId: id })
  await lookAtShelf(db, companyId, at)
}
