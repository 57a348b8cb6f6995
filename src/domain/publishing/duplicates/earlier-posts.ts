import { type SqlBool, sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Origin } from '../model.ts'
import type { Delivery, PublishingTables } from '../tables.ts'
import { guessLikeness, likeness, marksOf, NEARLY_THE_SAME, shinglesOf } from './likeness.ts'

const DAY = 86_400_000
/** Guessed likeness is off by chance: what might reach the threshold is compared in full. */
const MARGIN = 0.25
const MOST = 20

/** A text that is about to be sent by an account. */
export interface About {
  companyId: string
  channelId: string
  text: string
  /** The post it belongs to, if it is kept already. */
  postId?: string
  /** What made that post: what the same recurrence made before is meant to be alike. */
  origin?: Origin | null
  now: Date
  /** How far back, and ahead among what is planned. 0: not at all. */
  days: number
}

/** A post by the same account that says nearly the same. */
export interface Earlier {
  delivery: Pick<Delivery, 'id' | 'postId' | 'state' | 'remoteUrl'>
  text: string
  at: Date
  /** 0 to 1. */
  likeness: number
}

/**
 * What left by an account lately, or is planned soon, and says nearly the same; the nearest in words first, three
 * at most. Found by an index over the texts' marks, then compared in full.
 */
export async function earlierLike(db: Executor, about: About): Promise<Earlier[]> {
  const { text, days } = about
  const marks = marksOf(text)
  if (days === 0 || marks.length === 0) return []
  const near = (await candidates(db, about, marks))
    .map((row) => ({ id: row.id, guess: guessLikeness(marks, row.marks.split(',').map(Number)) }))
    .filter(({ guess }) => guess >= NEARLY_THE_SAME - MARGIN)
    .sort((a, b) => b.guess - a.guess)
    .slice(0, MOST)
  if (near.length === 0) return []
  const shingles = shinglesOf(text)
  const rows = await tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    .select(['id', 'postId', 'state', 'remoteUrl', 'content', 'publishedAt', 'dueAt'])
    .where(
      'id',
      'in',
      near.map(({ id }) => id),
    )
    .execute()
  return rows
    .map(({ content, publishedAt, dueAt, ...delivery }) => ({
      delivery,
      text: content.text,
      at: publishedAt ?? dueAt,
      likeness: likeness(shingles, shinglesOf(content.text)),
    }))
    .filter((earlier) => earlier.likeness >= NEARLY_THE_SAME)
    .sort((a, b) => b.likeness - a.likeness || b.at.getTime() - a.at.getTime())
    .slice(0, 3)
}

async function candidates(
  db: Executor,
  { companyId, channelId, postId, origin, now, days }: About,
  marks: number[],
) {
  let query = tablesOf<PublishingTables>(db)
    .selectFrom('deliveries')
    // As one string: the driver takes an array apart far more slowly than we do, and there may be thousands.
    .select(['id', sql<string>`array_to_string(marks, ',')`.as('marks')])
    .where('companyId', '=', companyId)
    .where('channelId', '=', channelId)
    .where('kind', '=', 'post')
    .where('part', '=', 0)
    .where('state', 'in', ['planned', 'sending', 'handed', 'published', 'unknown'])
    .where('dueAt', '>', new Date(now.getTime() - days * DAY))
    .where('dueAt', '<', new Date(now.getTime() + days * DAY))
    .where(sql<SqlBool>`marks && ${marks}::integer[]`)
  if (postId) query = query.where('postId', '!=', postId)
  if (origin) {
    query =
      query.where(sql<SqlBool>`not exists (select from posts where posts.id = deliveries.post_id
      and posts.origin->>'kind' = ${origin.kind} and posts.origin->>'id' = ${origin.id})`)
  }
  return query.execute()
}
