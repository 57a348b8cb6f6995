import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { tooManyWords } from '../errors.ts'
import { endOf, startOf } from '../overview/period.ts'
import type { mentionsFilters } from './api.ts'
import { MOST_WORDS, patternsOf, wordsOf } from './said-words.ts'

type Asked = z.output<typeof mentionsFilters>

/** What `asAskedBy` makes of what was asked: instants are instants, and whoever asks has a name. */
export type Wanted = Omit<Asked, 'from' | 'to'>

/** What a person asked for of the mentions, as a condition on those that the query knows as `name`. */
export function askedFor(name: string, companyId: string, wanted: Wanted): RawBuilder<boolean> {
  const column = (of: string) => sql.ref(`${name}.${of}`)
  const { queryId, sourceId, network, author, language, since, until } = wanted
  const { state, sentiment, intent, risk } = wanted
  const parts = [sql`${column('companyId')} = ${companyId}`]
  if (state !== 'all') parts.push(sql`${column('dismissed')} = ${state === 'dismissed'}`)
  if (state === 'unseen' || state === 'seen')
    parts.push(sql`${column('seen')} = ${state === 'seen'}`)
  if (sourceId !== undefined) parts.push(sql`${column('sourceId')} = ${sourceId}`)
  if (network !== undefined) parts.push(sql`${column('connectorId')} = ${network}`)
  if (author !== undefined) {
    const [connectorId, remoteId] = authorIn(author)
    parts.push(
      sql`${column('connectorId')} = ${connectorId} and ${column('author')}->>'remoteId' = ${remoteId}`,
    )
  }
  if (language !== undefined) parts.push(isIn(column('language'), language))
  if (since !== undefined) parts.push(sql`${column('at')} >= ${new Date(since)}`)
  if (until !== undefined) parts.push(sql`${column('at')} < ${new Date(until)}`)
  for (const pattern of patternsOf(wanted.words ?? '')) {
    parts.push(sql`(${column('text')} ~ ${pattern} or ${column('title')} ~ ${pattern})`)
  }
  if (sentiment !== undefined) {
    const [said, read] = [column('sentimentByPerson'), column('sentiment')]
    parts.push(sql`(${said} = ${sentiment} or (${said} is null and ${read} = ${sentiment}))`)
  }
  if (intent !== undefined) parts.push(sql`${intent} = any(${column('intents')})`)
  if (risk !== undefined) parts.push(sql`${risk} = any(${column('risks')})`)
  if (wanted.assignee !== undefined) parts.push(isOf(column('id'), wanted.assignee))
  if (queryId !== undefined) {
    parts.push(
      sql`exists (select from mention_hits h where h.mention_id = ${column('id')} and h.query_id = ${queryId})`,
    )
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/**
 * `fr` and `fr-CA` are `fr`. PostgreSQL knows how often a column holds a value, and of what is made of a column nothing: it
 * takes that for rare, and for a long page sorted the mentions of every company rather than walk their index. So what can
 * be asked of columns themselves is asked of them, here and of opinions.
 */
function isIn(column: RawBuilder<unknown>, language: string): RawBuilder<unknown> {
  return sql`(${column} = ${language} or split_part(${column}, '-', 1) = ${language})`
}

/** `me` is no longer one here: the door put whoever asks in its place. */
function isOf(mentionId: RawBuilder<unknown>, assignee: string): RawBuilder<unknown> {
  const given = sql`select from mention_assignments a where a.mention_id = ${mentionId}`
  return assignee === 'nobody'
    ? sql`not exists (${given})`
    : sql`exists (${given} and a.user_id::text = ${assignee})`
}

/**
 * Who asks takes the place of `me`, and instants that of the days of the company.
 * @throws Problem when more words are looked for than `MOST_WORDS`: left out in silence, they would seem found
 */
export async function asAskedBy<T extends Asked>(
  desk: Desk,
  { id, companyId }: { id: string; companyId: string },
  { from, to, ...asked }: T,
): Promise<Omit<T, 'from' | 'to'>> {
  if (wordsOf(asked.words ?? '').length > MOST_WORDS)
    throw new Problem(tooManyWords, { max: MOST_WORDS })
  const wanted = { ...asked, ...(asked.assignee === 'me' ? { assignee: id } : {}) }
  if (from === undefined && to === undefined) return wanted
  const { timeZone } = await companyOf(desk.db, companyId)
  const first = from === undefined ? -Infinity : startOf(from, timeZone).getTime()
  const end = to === undefined ? Infinity : endOf(to, timeZone).getTime()
  return {
    ...wanted,
    since: written(Math.max(first, Date.parse(asked.since ?? '') || first)),
    until: written(Math.min(end, Date.parse(asked.until ?? '') || end)),
  }
}

const written = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : undefined)

/** `connector:author`: what comes after the first colon may hold others. */
function authorIn(key: string): [string, string] {
  const colon = key.indexOf(':')
  return colon < 0 ? ['', ''] : [key.slice(0, colon), key.slice(colon + 1)]
}
