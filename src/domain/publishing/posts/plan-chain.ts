import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { giveUpAfter } from '../deliveries/ledger.ts'
import { marksOf } from '../duplicates/likeness.ts'
import { type Hold, hashOf } from '../model.ts'
import { asJson } from '#platform/db/storable.ts'
import type { Delivery, Post, PublishingTables } from '../tables.ts'
import type { AccountCopy } from './copies.ts'
import { freeze } from './freeze.ts'
import { isFor, type Piece, piecesOf } from './pieces.ts'

/** When, by whom, and what becomes of the deliveries that exist. */
export interface Plan {
  at: Date
  by: string
  /** Which of the deliveries that exist are planned anew. */
  revive: (delivery: Delivery) => boolean
  /** Which of the others say something else from now on, without touching when, or whether: for an edit. */
  rewrite?: (delivery: Delivery) => boolean
}

export interface Chain {
  post: Post
  copy: AccountCopy
  /** What the ledger has of it already. */
  rows: readonly Delivery[]
  plan: Plan
}

/**
 * Plans what leaves by one account, each piece behind the one before it. Behind a piece that was taken off nothing
 * is planned; to a chain that has left to its end nothing is added, for it would leave at the moment of saving.
 */
export async function planChain(trx: Executor, desk: Desk, chain: Chain): Promise<void> {
  const { rows, plan } = chain
  const isOver = hasLeft(rows)
  let afterId: string | null = null
  for (const piece of piecesOf(chain.copy)) {
    const existing = rows.find((row) => isFor(row, piece))
    if (!existing && isOver) return
    const revived: boolean = existing !== undefined && plan.revive(existing)
    if (!existing) afterId = await insert(trx, desk, chain, piece, afterId)
    else {
      if (revived || plan.rewrite?.(existing))
        await rewrite(trx, desk, chain, piece, { existing, afterId, revived })
      if (existing.state === 'cancelled' && !revived) return
      afterId = existing.id
    }
  }
}

/** All that was wanted of it is on the network. */
function hasLeft(rows: readonly Delivery[]): boolean {
  const wanted = rows.filter(({ state }) => state !== 'cancelled')
  return wanted.length > 0 && wanted.every(({ state }) => state === 'published')
}

async function insert(
  trx: Executor,
  desk: Desk,
  { post, copy, plan }: Chain,
  piece: Piece,
  afterId: string | null,
): Promise<string> {
  const now = desk.clock.now()
  const id = uuid({ msecs: now.getTime() })
  const content = await freeze(trx, desk, { post, copy, piece, deliveryId: id })
  await tablesOf<PublishingTables>(trx)
    .insertInto('deliveries')
    .values({
      id,
      companyId: post.companyId,
      channelId: copy.channel.id,
      postId: post.id,
      kind: piece.kind,
      part: piece.part,
      afterId,
      content: asJson(content),
      contentHash: hashOf(content),
      marks: marksOf(content.text),
      ...timesOf(piece, plan.at, now),
      createdBy: plan.by,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return id
}

async function rewrite(
  trx: Executor,
  desk: Desk,
  { post, copy, plan }: Chain,
  piece: Piece,
  row: { existing: Delivery; afterId: string | null; revived: boolean },
): Promise<void> {
  const { id } = row.existing
  const now = desk.clock.now()
  const content = await freeze(trx, desk, { post, copy, piece, deliveryId: id })
  const anew = {
    state: 'planned' as const,
    ...timesOf(piece, plan.at, now),
    wait: null,
    tries: 0,
    checks: 0,
    failure: null,
    // Who plans it anew has answered; a crisis that lasts puts its hold again.
    holds: sql<Hold[]>`array_remove(array_remove(holds, 'ask'), 'crisis')`,
  }
  await tablesOf<PublishingTables>(trx)
    .updateTable('deliveries')
    .set({
      part: piece.part,
      afterId: row.afterId,
      content: asJson(content),
      contentHash: hashOf(content),
      marks: marksOf(content.text),
      kept: null,
      // Edited before its hour, it has been decided about; once that is past, saving must not publish it.
      ...(row.existing.plannedAt > now ? { holds: withoutAsk } : {}),
      ...(row.revived ? anew : {}),
      updatedAt: now,
    })
    .where('id', '=', id)
    .execute()
}

const withoutAsk = sql<Hold[]>`array_remove(holds, 'ask')`

/** What follows a post may be added while its hour is past and the post has left. */
function timesOf({ kind }: Piece, asked: Date, now: Date) {
  const at = kind === 'post' || asked > now ? asked : now
  return { plannedAt: at, dueAt: at, giveUpAt: giveUpAfter(at) }
}
