import { type Executor, tablesOf } from '#platform/db/database.ts'
import { marksOf } from '../hints/marks.ts'
import type { PublishingTables } from '../tables.ts'
import type { HashtagView } from './api.ts'

/** Posts that are looked through, the latest first. */
const LATEST = 1000
const MOST = 8

/** The company's own hashtags that begin so, whatever their accents and capitals; those used most first. */
export async function ownHashtags(
  db: Executor,
  companyId: string,
  begins: string,
): Promise<HashtagView[]> {
  const posts = await tablesOf<PublishingTables>(db)
    .selectFrom('posts')
    .select(['text', 'updatedAt', 'scheduledAt'])
    .where('companyId', '=', companyId)
    .where('state', '!=', 'cancelled')
    .where('text', 'like', '%#%')
    .orderBy('updatedAt', 'desc')
    .limit(LATEST)
    .execute()
  const used = new Map<string, { spellings: Map<string, number>; count: number; last: Date }>()
  for (const { text, updatedAt, scheduledAt } of posts) {
    const at = scheduledAt ?? updatedAt
    for (const tag of tagsOf(text)) {
      const known = used.get(plain(tag)) ?? { spellings: new Map(), count: 0, last: at }
      known.spellings.set(tag, (known.spellings.get(tag) ?? 0) + 1)
      known.count++
      if (at > known.last) known.last = at
      used.set(plain(tag), known)
    }
  }
  const wanted = plain(begins)
  return [...used]
    .filter(([key]) => key.startsWith(wanted) && key !== wanted)
    .sort(([, a], [, b]) => b.count - a.count || b.last.getTime() - a.last.getTime())
    .slice(0, MOST)
    .map(([, { spellings, count, last }]) => ({
      tag: [...spellings].reduce((best, one) => (one[1] > best[1] ? one : best))[0],
      count,
      lastUsedAt: last.toISOString(),
    }))
}

/** Each hashtag of a text once, as it is written first, without its sign. */
function tagsOf(text: string): string[] {
  const tags = marksOf(text).filter(({ kind }) => kind === 'hashtag')
  const written = tags.map(({ start, end }) => text.slice(start + 1, end)).toReversed()
  return [...new Map(written.map((tag) => [plain(tag), tag])).values()]
}

const plain = (tag: string) => tag.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
