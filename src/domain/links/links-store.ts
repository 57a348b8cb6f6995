import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { newCode } from './codes.ts'
import type { LinksTables } from './tables.ts'

export type Link = LinksTables['links']

/**
 * Keeps a link under a code that nobody has. A draw that is taken is drawn again: with a million
 * links that is one draw in ten thousand.
 */
export async function insertLink(db: Executor, link: Omit<Link, 'code'>): Promise<Link> {
  for (;;) {
    const kept = await tablesOf<LinksTables>(db)
      .insertInto('links')
      .values({ ...link, code: newCode() })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (kept) return kept
  }
}

export async function findLinkByCode(db: Executor, code: string): Promise<Link | undefined> {
  return tablesOf<LinksTables>(db)
    .selectFrom('links')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
}

export async function findLink(
  db: Executor,
  companyId: string,
  id: string,
): Promise<Link | undefined> {
  return tablesOf<LinksTables>(db)
    .selectFrom('links')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The links a delivery already has: planning it again hands out the same ones. */
export async function linksOfDelivery(db: Executor, deliveryId: string): Promise<Link[]> {
  return tablesOf<LinksTables>(db)
    .selectFrom('links')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .execute()
}

export interface LinksFilter {
  deliveryId?: string | undefined
  channelId?: string | undefined
  campaign?: string | undefined
  /** The last link of the page before. */
  after?: { createdAt: Date; id: string } | undefined
  limit: number
}

/** Latest first. */
export async function listLinks(
  db: Executor,
  companyId: string,
  { deliveryId, channelId, campaign, after, limit }: LinksFilter,
): Promise<Link[]> {
  let query = tablesOf<LinksTables>(db)
    .selectFrom('links')
    .selectAll()
    .where('companyId', '=', companyId)
  if (deliveryId) query = query.where('deliveryId', '=', deliveryId)
  if (channelId) query = query.where('channelId', '=', channelId)
  if (campaign) query = query.where('campaign', '=', campaign)
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id})`)
  return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute()
}
