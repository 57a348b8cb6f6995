import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { sourceChanges } from '../api.ts'
import { aFile } from '../mention-files/errors.ts'
import { FILE, OUR_ACCOUNTS } from '../model.ts'
import { notRead } from '../our-accounts/errors.ts'
import type { ListeningTables } from '../tables.ts'
import { STREAMS_WORK } from './live/claim-stream.ts'
import { SOURCES_WORK } from './look-back.ts'
import { endSubscription } from './websub/keep-hub.ts'

/** Renames a source, pauses it or takes it up again where it stood. */
export async function changeSource(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: z.output<typeof sourceChanges>,
): Promise<void> {
  await alter(
    desk,
    actor,
    id,
    changes.paused === false ? { ...changes, nextPollAt: desk.clock.now() } : changes,
  )
}

/** Has a source read now, whatever its next time; a source asked for by a person is tried even after failures. */
export async function readSourceNow(desk: Desk, actor: Actor, id: string): Promise<void> {
  await alter(desk, actor, id, { nextPollAt: desk.clock.now() })
}

/** Removes a source; the mentions it brought stay. */
export async function removeSource(desk: Desk, actor: Actor, id: string): Promise<void> {
  const { companyId } = actor
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const present = await trx
        .selectFrom('sources')
        .select('id')
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!present) throw new Problem(notFound)
      await endSubscription(trx, id, desk.clock.now())
      await trx.deleteFrom('sources').where('id', '=', id).execute()
      await audit(trx, {
        companyId,
        at: desk.clock.now(),
        actor: actor.id,
        action: 'source.removed',
        subject: `source:${id}`,
      })
      await emit(trx, companyId, 'query.source_changed', { sourceId: id })
      await wake(trx, STREAMS_WORK)
    })
}

async function alter(
  desk: Desk,
  { companyId }: Actor,
  id: string,
  set: { name?: string; paused?: boolean; nextPollAt?: Date },
): Promise<void> {
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .updateTable('sources')
        .set((eb) => ({ id: eb.ref('id'), ...set }))
        .where('companyId', '=', companyId)
        .where('id', '=', id)
        .returning('connectorId')
        .executeTakeFirst()
      if (!row) throw new Problem(notFound)
      const isRename = set.paused === undefined && set.nextPollAt === undefined
      if (row.connectorId === FILE && !isRename) throw new Problem(aFile)
      const isReading = set.nextPollAt !== undefined && set.paused === undefined
      if (row.connectorId === OUR_ACCOUNTS && isReading) throw new Problem(notRead)
      await emit(trx, companyId, 'query.source_changed', { sourceId: id })
      await wake(trx, SOURCES_WORK)
      await wake(trx, STREAMS_WORK)
    })
}
