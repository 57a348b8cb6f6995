import { type RawBuilder, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { PublishingTables } from '../tables.ts'

/** A post that shows a picture or a video, as a person would name it. */
export interface Use {
  id: string
  text: string
}

const NAMED = 3

/** Posts that show something of the library: as a whole, in a variant, in a thread; those taken off do not count. */
export async function usesOf(
  db: Executor,
  companyId: string,
  mediaId: string,
): Promise<{ count: number; first: Use[] }> {
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select(['id', 'text', sql<number>`(count(*) over ())::int`.as('count')])
    .where('companyId', '=', companyId)
    .where(shows(sql`${mediaId}::uuid`))
    .orderBy('updatedAt', 'desc')
    .limit(NAMED)
    .execute()
  return { count: rows[0]?.count ?? 0, first: rows.map(({ id, text }) => ({ id, text })) }
}

/** How often the row of `media` at hand is shown. */
export const countOfUses = sql<number>`(
  select count(*)::int from posts where posts.company_id = media.company_id and ${shows(sql`media.id`)}
)`

/** Whether a row of `posts` that was not taken off shows it. */
function shows(id: RawBuilder<unknown>): RawBuilder<boolean> {
  const inThread = sql`jsonb_build_array(jsonb_build_object('mediaIds', jsonb_build_array((${id})::text)))`
  return sql<boolean>`(posts.state <> 'cancelled' and (
    ${id} = any (posts.media_ids) or posts.thread @> ${inThread} or exists (
      select 1 from variants where variants.post_id = posts.id
      and (${id} = any (variants.media_ids) or variants.thread @> ${inThread})
    )
  ))`
}

/** The first words of each, and a sign that there are more. */
export function namesOf({ count, first }: { count: number; first: Use[] }): string {
  const names = first.map(({ text }) => text.trim().split(/\s+/).slice(0, 6).join(' ') || '…')
  return names.join(' ; ') + (count > names.length ? ' ; …' : '')
}
