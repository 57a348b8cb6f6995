import { sql } from 'kysely'
import { memberOf, theWorld } from '../model/world.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

/** Somebody has just tapped the first link of a post. */
export interface ClickDue {
  postId: string
  url: string
  member: { id: number; language: string }
}

/** Later than this, the desk was closed when the person would have clicked: they did not. */
const MISSED_MS = 15 * 60_000

/**
 * Takes the clicks that are due; each is handed out once, to one process, whatever becomes of it.
 * @param limit at most so many
 */
export async function clicksDue(tools: SandboxTools, limit: number): Promise<ClickDue[]> {
  const now = tools.clock.now()
  const { rows } = await sql<{ postId: string; memberId: number; at: Date; text: string }>`
    with taken as (
      select post_id, member_id from sandbox_reactions
      where kind = 'click' and done_at is null and at <= ${now}
      order by at limit ${limit} for update skip locked
    )
    update sandbox_reactions r set done_at = ${now}
    from taken, sandbox_posts p
    where r.kind = 'click' and r.post_id = taken.post_id and r.member_id = taken.member_id
      and p.id = r.post_id
    returning r.post_id as "postId", r.member_id as "memberId", r.at, p.text`.execute(tools.db)
  return rows
    .filter(({ at }) => now.getTime() - at.getTime() < MISSED_MS)
    .flatMap(({ postId, memberId, text }) => {
      const url = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]/.exec(text)?.[0]
      const { language } = memberOf(theWorld(), memberId)
      return url ? [{ postId, url, member: { id: memberId, language } }] : []
    })
}

/** When the next click is due; null when none is to come. */
export async function nextClickDue(tools: SandboxTools): Promise<Date | null> {
  const row = await sandboxDb(tools.db)
    .selectFrom('sandboxReactions')
    .select((eb) => eb.fn.min('at').as('at'))
    .where('kind', '=', 'click')
    .where('doneAt', 'is', null)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Clicks of an imported past have already been counted. */
export async function markVisited(tools: SandboxTools, accountId: string): Promise<void> {
  await sql`update sandbox_reactions r set done_at = r.at from sandbox_posts p
    where p.id = r.post_id and p.account_id = ${accountId}
      and r.kind = 'click' and r.done_at is null and r.at <= ${tools.clock.now()}`.execute(tools.db)
}
