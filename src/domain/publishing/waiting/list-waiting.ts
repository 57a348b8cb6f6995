import { sql } from 'kysely'
import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import type { WaitingItem } from './api.ts'

/** More than anybody decides one by one; the rest follows when these are decided. */
const MOST = 500

/** Everything that waits for a person's word, whatever made it wait: posts with all their accounts, oldest first. */
export async function listWaiting(desk: Desk, companyId: string): Promise<WaitingItem[]> {
  const now = desk.clock.now()
  const rows = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('deliveries')
    .leftJoin('posts', 'posts.id', 'deliveries.postId')
    .select([
      'deliveries.id',
      'deliveries.postId',
      'deliveries.channelId',
      'deliveries.kind',
      'deliveries.content',
      'deliveries.plannedAt',
      'posts.wallTime',
      'posts.timeZone',
      'posts.version',
      'posts.text as postText',
      sql<boolean>`exists (select from deliveries other where other.post_id = deliveries.post_id
        and (other.state in ('published', 'sending', 'unknown') or other.must_confirm))`.as(
        'hasLeft',
      ),
    ])
    .where('deliveries.companyId', '=', companyId)
    .where('deliveries.state', '=', 'planned')
    .where(isAsked)
    .orderBy('deliveries.plannedAt')
    .orderBy('deliveries.part')
    .orderBy('deliveries.id')
    .limit(MOST)
    .execute()
  const items = new Map<string, WaitingItem>()
  for (const row of rows) {
    const key = row.postId ?? row.id
    const item: WaitingItem = items.get(key) ?? {
      key,
      postId: row.postId,
      kind: row.kind === 'reply' ? 'reply' : 'post',
      text: row.postText || row.content.text,
      plannedAt: row.plannedAt.toISOString(),
      isLate: row.plannedAt <= now,
      wallTime: row.wallTime,
      timeZone: row.timeZone,
      version: row.version,
      isMovable: row.postId !== null && !row.hasLeft,
      accounts: [],
    }
    items.set(key, item)
    // The parts of a thread wait together: its first one stands for it.
    if (!item.accounts.some(({ channelId }) => channelId === row.channelId))
      item.accounts.push({ deliveryId: row.id, channelId: row.channelId })
  }
  return [...items.values()]
}

/** A person must say what becomes of it. */
export const isAsked = sql<boolean>`'ask' = any (deliveries.holds)`

export const waits = ({ state, holds, mustConfirm }: Delivery) =>
  state === 'planned' && !mustConfirm && holds.includes('ask')
