import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import type { DailySalt } from './visitor.ts'
import { visitorOf } from './visitor.ts'
import { judge, type Judgement, type LinkRequest, REPEAT_WINDOW_MS } from './verdict.ts'

/** A request to a short link, as it came. The address stays in memory only until the hash is made. */
export interface Click extends Omit<LinkRequest, 'lastSeen'> {
  linkId: string
  code: string
  ip: string
}

interface JudgedClick extends Judgement {
  linkId: string
  at: Date
  /** Of people only: of programs there is nothing to recognise. */
  visitor: string | null
  referrerHost: string | null
}

/**
 * Judges a batch of clicks and keeps all of them, in one statement. Whether a visitor came lately is
 * read from what was kept, so that several processes agree.
 */
export async function keepClicks(
  db: Executor,
  clicks: readonly Click[],
  saltOf: (at: Date) => Promise<DailySalt>,
): Promise<void> {
  const known = await Promise.all(
    clicks.map(async (click) => ({ click, visitor: nameVisitor(await saltOf(click.at), click) })),
  )
  const lastSeen = await visitorsSeenLately(db, known)
  const judged = known.map(({ click, visitor }): JudgedClick => {
    const key = `${click.linkId} ${visitor}`
    const judgement = judge({ ...click, lastSeen: lastSeen.get(key) })
    const kept = { ...judgement, linkId: click.linkId, at: click.at, referrerHost: referrer(click) }
    if (!isPerson(judgement)) return { ...kept, visitor: null }
    lastSeen.set(key, click.at)
    return { ...kept, visitor }
  })
  await insertClicks(db, judged)
}

function nameVisitor(salt: DailySalt, { ip, code, headers }: Click): string {
  const userAgent = String(headers['user-agent'] ?? '')
  return visitorOf(salt, { ip, userAgent, code }).toString('base64url')
}

function isPerson({ verdict }: Judgement): boolean {
  return verdict === 'human' || verdict === 'repeat'
}

async function visitorsSeenLately(
  db: Executor,
  known: readonly { click: Click; visitor: string }[],
): Promise<Map<string, Date>> {
  const since = new Date(
    Math.min(...known.map(({ click }) => click.at.getTime())) - REPEAT_WINDOW_MS,
  )
  const { rows } = await sql<{ linkId: string; visitor: string; at: Date }>`
    select came.link_id, came.visitor, seen.at
    from unnest(${known.map(({ click }) => click.linkId)}::uuid[], ${known.map(({ visitor }) => visitor)}::text[])
      as came (link_id, visitor)
    cross join lateral (
      select c.at from clicks c
      where c.link_id = came.link_id and c.visitor = came.visitor and c.at > ${since}
      order by c.at desc limit 1
    ) seen
  `.execute(db)
  return new Map(rows.map(({ linkId, visitor, at }) => [`${linkId} ${visitor}`, at]))
}

/** A link deleted meanwhile takes its clicks along: there is nothing left to count them for. */
async function insertClicks(db: Executor, clicks: readonly JudgedClick[]): Promise<void> {
  await sql`
    insert into clicks (company_id, link_id, at, verdict, reason, agent, visitor, referrer_host)
    select l.company_id, came.link_id, came.at, came.verdict, came.reason, came.agent, came.visitor,
      came.referrer_host
    from unnest(
      ${clicks.map((c) => c.linkId)}::uuid[], ${clicks.map((c) => c.at)}::timestamptz[],
      ${clicks.map((c) => c.verdict)}::text[], ${clicks.map((c) => c.reason)}::text[],
      ${clicks.map((c) => c.agent ?? null)}::text[], ${clicks.map((c) => c.visitor)}::text[],
      ${clicks.map((c) => c.referrerHost)}::text[]
    ) as came (link_id, at, verdict, reason, agent, visitor, referrer_host)
    join links l on l.id = came.link_id
  `.execute(db)
}

/** The site a person came from; the rest of the address is theirs. */
function referrer({ headers }: Click): string | null {
  const given = headers['referer']
  return (typeof given === 'string' && URL.parse(given)?.hostname.slice(0, 253)) || null
}
