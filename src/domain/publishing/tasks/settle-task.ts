import type { z } from 'zod'
import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction, companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { letFollow } from '../deliveries/chain.ts'
import { DELIVERIES_WORK, giveUpAfter, tell } from '../deliveries/ledger.ts'
import { noSuchTime, pastTime } from '../errors.ts'
import { findMedia } from '../media/store.ts'
import { instantOf, wallTimeOf } from '../posts/wall-time.ts'
import type { Delivery, HandTask, PublishingTables } from '../tables.ts'
import type { doneInput, laterInput } from './api.ts'
import { editedMeanwhile, noSuchPhoto, noTask } from './errors.ts'
import { holdTask } from './hold-task.ts'

/** A delivery in a person's hands, held until the transaction ends. */
interface Held {
  trx: Executor
  delivery: Delivery
  task: HandTask
  now: Date
}

/**
 * It is put up: the delivery is published, as the person says. Said twice, it is done once.
 * @throws Problem when it is not theirs to do any more, or was edited since they looked
 */
export async function sayDone(
  desk: Desk,
  actor: Actor,
  id: string,
  { content, url, mediaId }: z.output<typeof doneInput>,
): Promise<void> {
  const proofMediaId = mediaId ?? null
  if (proofMediaId && (await findMedia(desk.db, actor.companyId, [proofMediaId])).length === 0)
    throw new Problem(noSuchPhoto)
  await withTask(desk, actor, id, async ({ trx, delivery, task, now }) => {
    if (delivery.state === 'published' && task.outcome === 'done') return
    refuseNotHanded(delivery)
    if (delivery.contentHash !== content) throw new Problem(editedMeanwhile)
    await tablesOf<PublishingTables>(trx)
      .updateTable('deliveries')
      .set({ state: 'published', publishedAt: now, remoteUrl: url ?? null, updatedAt: now })
      .where('id', '=', id)
      .execute()
    await settle(trx, id, { outcome: 'done', proofMediaId, reason: '' }, actor, now)
    await record(trx, actor, delivery, 'task.done', now, { url: url ?? null, photo: proofMediaId })
    await tell(trx, delivery, 'delivery.published')
    await letFollow(trx, id, now)
  })
}

/** It will not be put up, and why. */
export async function sayNotDone(
  desk: Desk,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  await withTask(desk, actor, id, async ({ trx, delivery, now }) => {
    refuseNotHanded(delivery)
    await tablesOf<PublishingTables>(trx)
      .updateTable('deliveries')
      .set({ state: 'cancelled', updatedAt: now })
      .where('id', '=', id)
      .execute()
    await settle(trx, id, { outcome: 'not-done', proofMediaId: null, reason }, actor, now)
    await record(trx, actor, delivery, 'task.not_done', now, { reason })
  })
}

/** Another hour: it is handed over again then. The hour of its post stays. @throws Problem when that is no hour to come */
export async function sayLater(
  desk: Desk,
  actor: Actor,
  id: string,
  { wallTime, timeZone }: z.output<typeof laterInput>,
): Promise<void> {
  const zone = timeZone ?? (await companyOf(desk.db, actor.companyId)).timeZone
  const meant = instantOf(wallTime, zone)
  if (!meant) throw new Problem(noSuchTime, { wallTime })
  await withTask(desk, actor, id, async ({ trx, delivery, now }) => {
    refuseNotHanded(delivery)
    if (meant.instant <= now)
      throw new Problem(pastTime, { wallTime, zone, now: wallTimeOf(now, zone) })
    const dueAt = meant.instant
    await tablesOf<PublishingTables>(trx)
      .updateTable('deliveries')
      .set({ state: 'planned', dueAt, giveUpAt: giveUpAfter(dueAt), updatedAt: now })
      .where('id', '=', id)
      .execute()
    await record(trx, actor, delivery, 'task.later', now, { at: dueAt.toISOString() })
    await wake(trx, DELIVERIES_WORK)
  })
}

/** Which steps are done. */
export async function tickSteps(
  desk: Desk,
  actor: Actor,
  id: string,
  ticked: readonly number[],
): Promise<void> {
  await withTask(desk, actor, id, async ({ trx, delivery }) => {
    refuseNotHanded(delivery)
    await tablesOf<PublishingTables>(trx)
      .updateTable('handTasks')
      .set({ ticked: [...new Set(ticked)].toSorted((a, b) => a - b) })
      .where('deliveryId', '=', id)
      .execute()
    await emitChange(trx, delivery)
  })
}

async function withTask(
  desk: Desk,
  actor: Actor,
  id: string,
  act: (held: Held) => Promise<void>,
): Promise<void> {
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const { delivery, task } = await holdTask(trx, actor.companyId, id)
      await refuseOtherAccounts(trx, actor, [{ ...delivery, pointer: '/id' }])
      await act({ trx, delivery, task, now: desk.clock.now() })
    })
}

function refuseNotHanded({ state }: Delivery): void {
  if (state !== 'handed') throw new Problem(noTask)
}

async function settle(
  trx: Executor,
  deliveryId: string,
  said: Pick<HandTask, 'outcome' | 'proofMediaId' | 'reason'>,
  { name }: Actor,
  now: Date,
): Promise<void> {
  await tablesOf<PublishingTables>(trx)
    .updateTable('handTasks')
    .set({ ...said, settledAt: now, settledBy: name })
    .where('deliveryId', '=', deliveryId)
    .execute()
}

/** Who said what of a task, and that it changed. */
export async function record(
  trx: Executor,
  actor: Actor,
  delivery: Delivery,
  action: AuditAction,
  at: Date,
  detail: Record<string, unknown>,
): Promise<void> {
  const { companyId, id } = delivery
  await audit(trx, { companyId, at, actor: actor.id, action, subject: `delivery:${id}`, detail })
  await emitChange(trx, delivery)
}

const emitChange = (trx: Executor, { companyId, id: deliveryId, postId, channelId }: Delivery) =>
  emit(trx, companyId, 'delivery.changed', { deliveryId, postId, channelId })
