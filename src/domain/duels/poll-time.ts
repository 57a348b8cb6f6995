import { pollsOf } from '#domain/publishing/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Duel, DuelsTables } from './tables.ts'

/** How often a network that has ended a poll is looked at for its last count. */
const LAST_WORD_MS = 60_000

/**
 * A duel by polls is over when they are: each runs from the moment its post left.
 * @returns when to look again; null when nothing more will come
 */
export async function stillToCome(db: Executor, duel: Duel, now: Date): Promise<Date | null> {
  const ends = (await running(db, duel, now)).map(({ endsAt }) => endsAt.getTime())
  if (ends.length === 0) return null
  return new Date(Math.max(...ends, now.getTime() + LAST_WORD_MS))
}

/** A network told when its poll ends: the duel ends with the last of them. */
export async function endWithPolls(db: Executor, companyId: string, postId: string): Promise<void> {
  const tables = tablesOf<DuelsTables>(db)
  const duel = await tables
    .selectFrom('duels')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('postId', '=', postId)
    .where('way', '=', 'poll')
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!duel) return
  const told = (await pollsOf(db, companyId, postId)).filter(({ readAt }) => readAt)
  const closesAt = new Date(Math.max(...told.map(({ endsAt }) => endsAt.getTime())))
  await tables.updateTable('duels').set({ closesAt }).where('id', '=', duel.id).execute()
}

async function running(db: Executor, { way, companyId, postId }: Duel, now: Date) {
  if (way !== 'poll' || !postId) return []
  const polls = await pollsOf(db, companyId, postId)
  return polls.filter(({ state, over, endsAt }) =>
    state === 'published' ? !over : (state === 'planned' || state === 'sending') && endsAt > now,
  )
}
