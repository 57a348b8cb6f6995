import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Actor } from '#platform/http/route.ts'
import { wholePost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'

/** Twice what a screen waits before it says so again: who is silent for longer has left. */
const HERE_MS = 30_000

/**
 * Says that somebody has a post open, or has closed it.
 * @returns names of the others who have it open now
 * @throws Problem when this company has no such post
 */
export async function sayPresence(
  desk: Desk,
  { companyId, id: personId, name }: Actor,
  postId: string,
  isHere: boolean,
): Promise<string[]> {
  await wholePost(desk.db, companyId, postId)
  const now = desk.clock.now()
  const presence = tablesOf<PublishingTables>(desk.db)
  if (isHere) {
    await presence
      .insertInto('postPresence')
      .values({ postId, companyId, personId, name, seenAt: now })
      .onConflict((c) => c.columns(['postId', 'personId']).doUpdateSet({ name, seenAt: now }))
      .execute()
  } else {
    await presence
      .deleteFrom('postPresence')
      .where('postId', '=', postId)
      .where('personId', '=', personId)
      .execute()
  }
  const others = await presence
    .selectFrom('postPresence')
    .select('name')
    .where('postId', '=', postId)
    .where('personId', '!=', personId)
    .where('seenAt', '>', new Date(now.getTime() - HERE_MS))
    .orderBy('name')
    .execute()
  return others.map(({ name: other }) => other)
}
