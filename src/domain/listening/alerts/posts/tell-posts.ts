import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { FoldTables } from '../../mentions/folds/tables.ts'
import type { Risk } from '../../signals/names.ts'
import type { ListeningTables } from '../../tables.ts'
import { CALM_HOURS, GROWS, MOST_LEVELS } from '../detector/rehearse.ts'
import { alertSettings } from '../settings.ts'
import type { AlertsTables } from '../tables.ts'
import { tell } from '../tell.ts'
import { factsOfPosts } from './facts-of-posts.ts'

const HOUR = 3_600_000
/** What was written before is no news, though it was only found now. */
const NEWS_HOURS = 48
/** Under it, more of them are not told again: what is read together would be two letters. */
const FEWEST_TO_GROW = 3

/** The query that a post is told under. */
interface FoundBy {
  id: string
  name: string
}

/** A post as it comes, and when what it says first came. */
interface News {
  at: Date
  foundAt: Date
  saidSince: Date
  risks: Risk[]
}

/**
 * Tells of a post that carries a risk the company wants told one by one. Those of one risk are one alert, until it is calm
 * for twelve hours or somebody closes it. Runs in the transaction that hears of the post.
 */
export async function tellPost(
  desk: Desk,
  trx: Executor,
  companyId: string,
  mentionId: string,
  query: FoundBy,
): Promise<void> {
  const { risks: wanted } = await alertSettings(trx, companyId)
  if (wanted.length === 0) return
  const now = desk.clock.now()
  const post = await newsOf(trx, companyId, mentionId, now)
  if (!post) return
  for (const risk of post.risks.filter((one) => wanted.includes(one)))
    await tellRisk(desk, trx, { companyId, risk, query, post, now })
}

interface Arrival {
  companyId: string
  risk: Risk
  query: FoundBy
  post: News
  now: Date
}

async function tellRisk(desk: Desk, trx: Executor, arrival: Arrival): Promise<void> {
  const open = await openOf(trx, arrival)
  if (open) return goOn(desk, trx, arrival, open)
  if (await isOver(trx, arrival)) return
  if (await begin(desk, trx, arrival)) return
  // Somebody else began it this very moment.
  const theirs = await openOf(trx, arrival)
  if (theirs) await goOn(desk, trx, arrival, theirs)
}

async function newsOf(
  trx: Executor,
  companyId: string,
  mentionId: string,
  now: Date,
): Promise<News | undefined> {
  const row = await tablesOf<ListeningTables & FoldTables>(trx)
    .selectFrom('mentions')
    .leftJoin('mentionFolds', 'mentionFolds.mentionId', 'mentions.id')
    .leftJoin('mentions as first', 'first.id', 'mentionFolds.foldId')
    .select(['mentions.at', 'mentions.foundAt', 'mentions.risks', 'first.foundAt as saidSince'])
    .where('mentions.companyId', '=', companyId)
    .where('mentions.id', '=', mentionId)
    .where('mentions.dismissed', '=', false)
    .where('mentions.at', '>=', new Date(now.getTime() - NEWS_HOURS * HOUR))
    .executeTakeFirst()
  return row && { ...row, saidSince: row.saidSince ?? row.foundAt, risks: row.risks as Risk[] }
}

type Open = Awaited<ReturnType<typeof openOf>> & object

/** The alert that goes on; one that has been calm for long is ended first. */
async function openOf(trx: Executor, { companyId, risk, post }: Arrival) {
  const open = await tablesOf<AlertsTables>(trx)
    .selectFrom('alerts')
    .select(['id', 'queryId', 'queryName', 'beganAt', 'count', 'toldCount', 'level'])
    .select(['snoozedUntil', 'lastRingAt'])
    .where('companyId', '=', companyId)
    .where('risk', '=', risk)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!open) return open
  const endedAt = new Date(open.lastRingAt.getTime() + CALM_HOURS * HOUR)
  if (endedAt >= post.foundAt) return open
  // When it was calm, not now: this post would pass for one that was there already.
  await change(trx, companyId, open.id, { endedAt })
  return undefined
}

/** Whether what it says was there already when the last alert of its kind ended: a copy of it, or the same found again. */
async function isOver(trx: Executor, { companyId, risk, post }: Arrival): Promise<boolean> {
  const ended = await tablesOf<AlertsTables>(trx)
    .selectFrom('alerts')
    .select('id')
    .where('companyId', '=', companyId)
    .where('risk', '=', risk)
    .where('endedAt', '>=', post.saidSince)
    .executeTakeFirst()
  return ended !== undefined
}

/** @returns whether it is this post that begins it */
async function begin(desk: Desk, trx: Executor, arrival: Arrival): Promise<boolean> {
  const { companyId, risk, query, post, now } = arrival
  const facts = await factsOfPosts(trx, companyId, risk, post.at, now)
  const row = {
    id: uuid({ msecs: now.getTime() }),
    companyId,
    queryId: query.id,
    queryName: query.name,
    subject: 'post' as const,
    scale: null,
    risk,
    count: 1,
    expected: 0,
  }
  const begun = await tablesOf<AlertsTables>(trx)
    .insertInto('alerts')
    .values({
      ...row,
      alarm: 1,
      toldCount: 1,
      openedAt: now,
      beganAt: post.at,
      lastRingAt: now,
      facts: JSON.stringify(facts),
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (begun) await tell(desk, trx, { ...row, level: 1 }, now)
  return begun !== undefined
}

async function goOn(desk: Desk, trx: Executor, arrival: Arrival, open: Open): Promise<void> {
  const { companyId, risk, post, now } = arrival
  const beganAt = post.at < open.beganAt ? post.at : open.beganAt
  const facts = await factsOfPosts(trx, companyId, risk, beganAt, now)
  const count = facts.spread.posts
  const isAsleep = open.snoozedUntil !== null && open.snoozedUntil > now
  const hasGrown = count >= Math.max(FEWEST_TO_GROW, GROWS * open.toldCount)
  const isTold = hasGrown && open.level < MOST_LEVELS && !isAsleep
  const level = isTold ? open.level + 1 : open.level
  await change(trx, companyId, open.id, {
    beganAt,
    lastRingAt: now,
    count: Math.max(count, open.count),
    level,
    facts: JSON.stringify(facts),
    ...(isTold ? { toldCount: count } : {}),
  })
  const { id, queryId, queryName } = open
  const told = { id, companyId, queryId, queryName, subject: 'post', scale: null, risk } as const
  if (isTold) await tell(desk, trx, { ...told, count, expected: 0, level }, now)
}

type Change = Partial<Record<'count' | 'level' | 'toldCount', number>> &
  Partial<Record<'beganAt' | 'lastRingAt' | 'endedAt', Date>> & { facts?: string }

async function change(trx: Executor, companyId: string, id: string, set: Change): Promise<void> {
  await tablesOf<AlertsTables>(trx).updateTable('alerts').set(set).where('id', '=', id).execute()
  await emit(trx, companyId, 'alert.changed', { alertId: id })
}
