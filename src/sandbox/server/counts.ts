import { sql } from 'kysely'
import { sandboxDb, type SandboxTools } from './tools.ts'

export interface Counts {
  likes: number
  reshares: number
  /** By others; the account's own answers are not counted. */
  replies: number
  views: number
}

/** What has happened so far to some posts of an account; those that no longer exist are left out. */
export async function countReactions(
  tools: SandboxTools,
  accountId: string,
  postIds: readonly string[],
  at = tools.clock.now(),
): Promise<Record<string, Counts>> {
  const { rows } = await sql<Counts & { id: string }>`
    select p.id,
      (select count(*) from sandbox_reactions r where r.post_id = p.id and kind = 'like' and r.at <= ${at}) as likes,
      (select count(*) from sandbox_reactions r where r.post_id = p.id and kind = 'reshare' and r.at <= ${at}) as reshares,
      (select count(*) from sandbox_posts c where c.root_id = p.id and c.member_id is not null
        and c.at <= ${at} and c.deleted_at is null) as replies,
      (select coalesce(sum(count), 0) from sandbox_views v where v.post_id = p.id and v.at <= ${at}) as views
    from sandbox_posts p
    where p.account_id = ${accountId} and p.id = any(${[...postIds]}::text[])
      and p.at <= ${at} and p.deleted_at is null`.execute(tools.db)
  return Object.fromEntries(rows.map(({ id, ...counts }) => [id, counts]))
}

export async function countFollowers(
  tools: SandboxTools,
  accountId: string,
  at = tools.clock.now(),
): Promise<number> {
  const { count } = await sandboxDb(tools.db)
    .selectFrom('sandboxFollowers')
    .select(sql<number>`count(*)`.as('count'))
    .where('accountId', '=', accountId)
    .where('at', '<=', at)
    .executeTakeFirstOrThrow()
  return count
}

/** How many followed an account at each of these instants. */
export async function followersOver(
  tools: SandboxTools,
  { id }: { id: string },
  instants: readonly Date[],
): Promise<number[]> {
  const rows = await sandboxDb(tools.db)
    .selectFrom('sandboxFollowers')
    .select('at')
    .where('accountId', '=', id)
    .execute()
  const since = rows.map(({ at }) => at.getTime()).sort((a, b) => a - b)
  return instants.map((at) => {
    const later = since.findIndex((ms) => ms > at.getTime())
    return later < 0 ? since.length : later
  })
}

export async function countPosts(tools: SandboxTools, accountId: string): Promise<number> {
  const { count } = await sandboxDb(tools.db)
    .selectFrom('sandboxPosts')
    .select(sql<number>`count(*)`.as('count'))
    .where('accountId', '=', accountId)
    .where('memberId', 'is', null)
    .where('rootId', 'is', null)
    .where('deletedAt', 'is', null)
    .where('at', '<=', tools.clock.now())
    .executeTakeFirstOrThrow()
  return count
}
