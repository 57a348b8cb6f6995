import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { v7 as uuid } from 'uuid'
import { connectorOf, findChannel, limitsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import type { Label } from '#domain/publishing/api.ts'
import { type Author, draftPost, postsOf, schedulePost } from '#domain/publishing/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Scope } from '#platform/http/route.ts'
import { say, type Text } from '#platform/text.ts'
import type { Article, ExchangeTables, FeedArticle, FeedRule } from '../tables.ts'
import { fillTemplate, fillToFit } from './fill-template.ts'

const MINUTE = 60_000

/** What marks a post as made of an article. */
const ORIGIN = 'feed'

/**
 * Makes a post of the article that has waited longest, if one waits and its rule's day is not full.
 * @returns whether one was made
 */
export async function makeNextPost(desk: Desk): Promise<boolean> {
  return inOneTransaction(desk, async (within) => {
    const turn = await nextTurn(within)
    if (!turn) return false
    const { rule, article } = turn
    const postId = uuid({ msecs: within.clock.now().getTime() })
    const draft = await draftOf(within, rule, article.found)
    const origin = { kind: ORIGIN, id: `${rule.id}:${article.articleId}` }
    await draftPost(within, authorOf(rule), postId, draft, origin)
    const trouble = rule.mode === 'draft' ? null : await schedule(within, rule, postId)
    await tablesOf<ExchangeTables>(within.db)
      .updateTable('feedArticles')
      .set({
        state: 'made',
        postId,
        metAt: within.clock.now(),
        trouble: trouble && JSON.stringify(trouble),
      })
      .where('ruleId', '=', rule.id)
      .where('articleId', '=', article.articleId)
      .execute()
    return true
  })
}

/** When the next waiting article may have its turn; null when none waits. */
export async function nextTurnAt(desk: Desk): Promise<Date | null> {
  const row = await turns(desk)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0) > 0 ? desk.clock.now() : null
}

async function nextTurn(within: Desk): Promise<{ rule: FeedRule; article: FeedArticle } | null> {
  const article = await turns(within)
    .selectAll('feedArticles')
    .orderBy('feedArticles.at')
    .limit(1)
    .forUpdate('feedArticles')
    .skipLocked()
    .executeTakeFirst()
  if (!article) return null
  const rule = await tablesOf<ExchangeTables>(within.db)
    .selectFrom('feedRules')
    .selectAll()
    .where('id', '=', article.ruleId)
    .forUpdate()
    .executeTakeFirst()
  // Two workers never fill one rule's day twice: while this one waited for the rule, another may have.
  const stillHasTurn = await turns(within)
    .select('feedArticles.articleId')
    .where('feedArticles.ruleId', '=', article.ruleId)
    .where('feedArticles.articleId', '=', article.articleId)
    .executeTakeFirst()
  return rule && stillHasTurn ? { rule, article } : null
}

/** Articles that wait by rules that are on and have made fewer posts in the last day than they may. */
function turns({ db, clock }: Desk) {
  const since = new Date(clock.now().getTime() - 24 * 60 * MINUTE)
  return tablesOf<ExchangeTables>(db)
    .selectFrom('feedArticles')
    .innerJoin('feedRules', 'feedRules.id', 'feedArticles.ruleId')
    .where('feedArticles.state', '=', 'waiting')
    .where('feedRules.state', '=', 'on')
    .where(
      sql<boolean>`feed_rules.daily_max > (
        select count(*) from feed_articles done
        where done.rule_id = feed_rules.id and done.state = 'made' and done.met_at > ${since})`,
    )
}

async function draftOf(desk: Desk, rule: FeedRule, article: Article) {
  const text = fillTemplate(rule.template, article)
  const variants = []
  for (const channelId of rule.channelIds) {
    const channel = await findChannel(desk.db, rule.companyId, channelId)
    if (!channel || channel.state === 'disconnected') continue
    const { textMax } = limitsOf(desk, channel)
    const { count } = connectorOf(desk, channel).text
    const fits = (one: string) => textMax === null || count(one) <= textMax
    const own = fillToFit(rule.template, article, fits)
    variants.push({ channelId, text: own === null || own === text ? null : own })
  }
  const { language, campaignId } = rule
  return { text, language, variants, campaignId, labels: rule.labels as Label[] }
}

/** In whose name it writes; what it schedules waits for approval when the rule says so, or they could not publish alone. */
function authorOf({ companyId, createdById, name, mode, mayPublish }: FeedRule): Author {
  const scopes: Scope[] = mayPublish && mode !== 'approval' ? ['posts:publish'] : []
  return { companyId, id: createdById, name, scopes: new Set(scopes) }
}

/** Never at once, never two together. @returns why it stays a draft, when it does */
async function schedule(within: Desk, rule: FeedRule, postId: string): Promise<Text | null> {
  const { companyId } = rule
  const { timeZone } = await companyOf(within.db, companyId)
  const now = within.clock.now().getTime()
  const last = await lastOf(within, rule)
  const earliest = Math.max(
    now + Math.max(rule.delayMinutes, 1) * MINUTE,
    last ? last.getTime() + rule.gapMinutes * MINUTE : 0,
  )
  const wallTime = Temporal.Instant.fromEpochMilliseconds(Math.ceil(earliest / MINUTE) * MINUTE)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
  try {
    await sql`savepoint scheduling`.execute(within.db)
    await schedulePost(within, authorOf(rule), postId, { version: 1, wallTime, timeZone })
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await sql`rollback to savepoint scheduling`.execute(within.db)
    const { kind, params, fields } = error
    return fields[0]?.detail ?? { en: error.message, fr: say(kind.detail, 'fr', params) }
  }
}

/** When the latest post of the rule leaves, or left. */
async function lastOf(within: Desk, rule: FeedRule): Promise<Date | null> {
  const rows = await tablesOf<ExchangeTables>(within.db)
    .selectFrom('feedArticles')
    .select('postId')
    .where('ruleId', '=', rule.id)
    .where('postId', 'is not', null)
    .orderBy('metAt', 'desc')
    .limit(rule.dailyMax + 1)
    .execute()
  const ids = rows.flatMap(({ postId }) => postId ?? [])
  const posts = await postsOf(within.db, rule.companyId, ids)
  const times = posts.flatMap(({ scheduledAt }) => scheduledAt?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)) : null
}
