import { type SqlBool, sql } from 'kysely'
import { type Channel, findChannel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Language } from '#platform/text.ts'
import { notHeld } from '../deliveries/ledger.ts'
import { findMedia } from '../media/store.ts'
import type { Delivery, HandTask, Media, PublishingTables } from '../tables.ts'
import { rulesOf } from '../waiting/rules.ts'
import type { TaskCount, TasksView, TaskView } from './api.ts'
import { presentTask } from './present-task.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const AHEAD = 7 * DAY
const BACK = 30 * DAY
/** More than anybody does in a day; the rest follows when these are done. */
const MOST = 200

/** What there is to do by hand, what comes next, and what was said lately. */
export async function listTasks(
  desk: Desk,
  companyId: string,
  language: Language,
): Promise<TasksView> {
  const now = desk.clock.now()
  const handed = await handedChannels(desk, companyId)
  const table = () => deliveries(desk.db, companyId)
  const toDo = await table()
    .where('deliveries.state', '=', 'handed')
    .orderBy('dueAt')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const coming = await table()
    .where('deliveries.state', '=', 'planned')
    .where('channelId', 'in', handed.length > 0 ? handed : [NOBODY])
    .where('dueAt', '<=', new Date(now.getTime() + AHEAD))
    .where(notHeld)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const settled = await table()
    .where('deliveries.state', 'in', ['published', 'cancelled'])
    .where(
      sql<SqlBool>`exists (select from hand_tasks where hand_tasks.delivery_id = deliveries.id
        and hand_tasks.outcome is not null and hand_tasks.settled_at >= ${new Date(now.getTime() - BACK)})`,
    )
    .where(isUnderPost)
    .orderBy('updatedAt', 'desc')
    .limit(MOST)
    .execute()
  const present = await presenter(desk, companyId, [...toDo, ...coming, ...settled], language)
  return {
    toDo: toDo.flatMap(present),
    coming: coming.flatMap(present),
    settled: settled
      .flatMap(present)
      .sort((a, b) => ((a.settledAt ?? '') < (b.settledAt ?? '') ? 1 : -1)),
  }
}

/** One of them. @throws Problem when there is no such delivery */
export async function readTask(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<TaskView> {
  const row = await deliveries(desk.db, companyId).where('id', '=', id).executeTakeFirst()
  const [task] = row ? (await presenter(desk, companyId, [row], language))(row) : []
  if (!task) throw new Problem(notFound)
  return task
}

/** How many there are, and how many are late: for every screen. */
export async function countTasks(desk: Desk, companyId: string): Promise<TaskCount> {
  const lateBefore = await lateSince(desk, companyId)
  const row = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('deliveries')
    .select((eb) => [
      eb.fn.countAll<number>().as('toDo'),
      eb.fn.countAll<number>().filterWhere('dueAt', '<', lateBefore).as('late'),
    ])
    .where('companyId', '=', companyId)
    .where('state', '=', 'handed')
    .executeTakeFirstOrThrow()
  return { toDo: Number(row.toDo), late: Number(row.late) }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

const deliveries = (db: Executor, companyId: string) =>
  tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .selectAll()
    .where('companyId', '=', companyId)

/** A post that was deleted takes what was said of it along. */
const isUnderPost = sql<SqlBool>`exists (
  select from posts where posts.id = deliveries.post_id and posts.state = 'scheduled')`

/** What is older than this is late: as the company says of any post. */
async function lateSince(desk: Desk, companyId: string): Promise<Date> {
  const { lateMinutes } = await rulesOf(desk.db, companyId)
  return new Date(desk.clock.now().getTime() - lateMinutes * MINUTE)
}

async function handedChannels(desk: Desk, companyId: string): Promise<string[]> {
  const rows = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('deliveries')
    .select('channelId')
    .distinct()
    .where('companyId', '=', companyId)
    .where('state', '=', 'planned')
    .execute()
  const found = await Promise.all(
    rows.map(({ channelId }) => findChannel(desk.db, companyId, channelId)),
  )
  return found.flatMap((channel) =>
    channel && desk.connectors.get(channel.connectorId)?.handed ? [channel.id] : [],
  )
}

async function presenter(
  desk: Desk,
  companyId: string,
  rows: readonly Delivery[],
  language: Language,
): Promise<(delivery: Delivery) => TaskView[]> {
  const tasks = await tasksOf(desk.db, rows)
  const media = await mediaOfAll(desk.db, companyId, rows, tasks)
  const lateBefore = await lateSince(desk, companyId)
  const channels = new Map<string, Channel>()
  for (const { channelId } of rows) {
    if (channels.has(channelId)) continue
    const channel = await findChannel(desk.db, companyId, channelId)
    if (channel) channels.set(channelId, channel)
  }
  return (delivery) => {
    const channel = channels.get(delivery.channelId)
    const handed = channel && desk.connectors.get(channel.connectorId)?.handed?.(channel)
    // The folder of its kind was taken off this desk: nobody knows what to do with it.
    if (!channel || !handed) return []
    const task = tasks.get(delivery.id)
    return [presentTask({ delivery, task, channel, handed, media, lateBefore, language })]
  }
}

async function tasksOf(db: Executor, rows: readonly Delivery[]): Promise<Map<string, HandTask>> {
  if (rows.length === 0) return new Map()
  const tasks = await tablesOf<PublishingTables>(db)
    .selectFrom('handTasks')
    .selectAll()
    .where(
      'deliveryId',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return new Map(tasks.map((task) => [task.deliveryId, task]))
}

/** The pictures of all of them, and the photos that prove them. */
async function mediaOfAll(
  db: Executor,
  companyId: string,
  rows: readonly Delivery[],
  tasks: ReadonlyMap<string, HandTask>,
): Promise<Map<string, Media>> {
  const shown = rows.flatMap(({ content: { images, video } }) =>
    [...images, ...(video ? [video] : [])].map(({ mediaId }) => mediaId),
  )
  const proofs = [...tasks.values()].flatMap(({ proofMediaId }) => proofMediaId ?? [])
  const found = await findMedia(db, companyId, [...new Set([...shown, ...proofs])])
  return new Map(found.map((one) => [one.id, one]))
}
