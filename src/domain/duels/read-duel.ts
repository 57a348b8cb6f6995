import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Language } from '#platform/text.ts'
import type { DuelView } from './api.ts'
import { verdictOf } from './decide.ts'
import { sourcesOf } from './sources.ts'
import type { Contender, Duel, DuelsTables, Side } from './tables.ts'

/** A duel with its votes, what they say, and how sure that is. */
export async function readDuel(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<DuelView> {
  const duel = await findDuel(desk.db, companyId, id)
  return present(desk, duel, language)
}

/** The latest first. */
export async function listDuels(
  desk: Desk,
  companyId: string,
  language: Language,
): Promise<DuelView[]> {
  const rows = await tablesOf<DuelsTables>(desk.db)
    .selectFrom('duels')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('createdAt', 'desc')
    .limit(100)
    .execute()
  return Promise.all(rows.map((duel) => present(desk, duel, language)))
}

/** @throws Problem when this company has no such duel */
async function findDuel(db: Executor, companyId: string, id: string): Promise<Duel> {
  const duel = await tablesOf<DuelsTables>(db)
    .selectFrom('duels')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!duel) throw new Problem(notFound)
  return duel
}

export async function duelByCode(db: Executor, code: string): Promise<Duel | undefined> {
  return tablesOf<DuelsTables>(db)
    .selectFrom('duels')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
}

async function present(desk: Desk, duel: Duel, language: Language): Promise<DuelView> {
  const { id, companyId, question, way, postId, createdBy } = duel
  const page = await pageVotes(desk.db, id)
  const sources = await sourcesOf(desk.db, duel)
  const votes = {
    first: page.counted.first + sum(sources.map((one) => one.votes?.first ?? 0)),
    second: page.counted.second + sum(sources.map((one) => one.votes?.second ?? 0)),
  }
  const company = await companyOf(desk.db, companyId)
  const origin = company.publicUrl ?? desk.publicUrl ?? desk.localUrl
  return {
    id,
    question,
    way,
    postId,
    createdBy,
    language: duel.language,
    first: shown(duel.first, companyId),
    second: shown(duel.second, companyId),
    url: way === 'page' ? `${origin}/v/${duel.code}` : null,
    closesAt: duel.closesAt.toISOString(),
    closed: duel.closedAt !== null,
    votes,
    doubtful: page.doubtful,
    sources,
    ...verdictOf(duel, votes, language),
  }
}

const shown = (contender: Contender, companyId: string) => ({
  ...contender,
  thumbnailUrl: `/api/v1/media/${contender.mediaId}/thumbnail?company=${companyId}`,
})

async function pageVotes(db: Executor, duelId: string) {
  const rows = await tablesOf<DuelsTables>(db)
    .selectFrom('duelVotes')
    .select(['choice', 'verdict', (eb) => eb.fn.countAll<number>().as('count')])
    .where('duelId', '=', duelId)
    .groupBy(['choice', 'verdict'])
    .execute()
  const count = (verdict: string, choice: Side) =>
    Number(rows.find((row) => row.verdict === verdict && row.choice === choice)?.count ?? 0)
  const tally = (verdict: string) => ({
    first: count(verdict, 'first'),
    second: count(verdict, 'second'),
  })
  return { counted: tally('counted'), doubtful: tally('doubtful') }
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
