import type { z } from 'zod'
import { findChannel, refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction } from '#domain/governance/index.ts'
import { neededInput } from '#domain/publishing/approvals/api.ts'
import { forecastApproval, mayPublishAlone } from '#domain/publishing/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { type FieldProblem, Problem } from '#platform/http/problem.ts'
import { invalidInput, notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { type Language, say } from '#platform/text.ts'
import type { feedApprovalInput, feedRuleChanges, feedRuleInput, FeedRuleView } from '../api.ts'
import type { ExchangeTables, FeedRule } from '../tables.ts'
import { unknownHoles } from './fill-template.ts'
import { feedReader, readOnce } from './reader.ts'

/** The name under which readers are woken. */
export const FEEDS_WORK = 'feed-rules'

/**
 * Lets the articles of a feed become posts from now on; what is in it already does not.
 * @throws Problem when the feed cannot be read, the template names what no article has, or an account is not there
 */
export async function createRule(
  desk: Desk,
  actor: Actor,
  id: string,
  { url, ...input }: z.output<typeof feedRuleInput>,
  language: Language,
): Promise<FeedRuleView> {
  await refuse(desk, actor, input)
  await readOnce(desk, url)
  const now = desk.clock.now()
  await tablesOf<ExchangeTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await trx
        .insertInto('feedRules')
        .values({
          ...input,
          id,
          companyId: actor.companyId,
          connectorId: feedReader(desk).manifest.id,
          settings: JSON.stringify({ url }),
          cursor: null,
          nextPollAt: now,
          leaseUntil: null,
          lastPollAt: null,
          createdBy: actor.name,
          createdById: actor.id,
          mayPublish: mayPublishAlone(actor),
          createdAt: now,
        })
        .onConflict((c) => c.column('id').doNothing())
        .execute()
      await note(trx, desk, actor, 'feed_rule.created', id)
      await wake(trx, FEEDS_WORK)
    })
  return readRule(desk, actor.companyId, id, language)
}

export async function changeRule(
  desk: Desk,
  actor: Actor,
  id: string,
  changes: z.output<typeof feedRuleChanges>,
  language: Language,
): Promise<FeedRuleView> {
  await refuse(desk, actor, changes)
  await tablesOf<ExchangeTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .updateTable('feedRules')
        .set({
          id,
          ...changes,
          // Whoever changes what it says answers for it; a pause says nothing.
          ...(Object.keys(changes).some((name) => name !== 'state')
            ? { mayPublish: mayPublishAlone(actor) }
            : {}),
          ...(changes.state === 'on' ? { nextPollAt: desk.clock.now() } : {}),
        })
        .where('companyId', '=', actor.companyId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (!row) throw new Problem(notFound)
      await note(trx, desk, actor, 'feed_rule.changed', id)
      await wake(trx, FEEDS_WORK)
    })
  return readRule(desk, actor.companyId, id, language)
}

/** Takes a rule off; the posts it made stay. */
export async function deleteRule(desk: Desk, actor: Actor, id: string): Promise<void> {
  await tablesOf<ExchangeTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const gone = await trx
        .deleteFrom('feedRules')
        .where('companyId', '=', actor.companyId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (!gone) throw new Problem(notFound)
      await note(trx, desk, actor, 'feed_rule.deleted', id)
    })
}

export async function listRules(
  desk: Desk,
  companyId: string,
  language: Language,
): Promise<FeedRuleView[]> {
  const rows = await tablesOf<ExchangeTables>(desk.db)
    .selectFrom('feedRules')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .execute()
  return Promise.all(rows.map((row) => present(desk.db, row, language)))
}

async function readRule(desk: Desk, companyId: string, id: string, language: Language) {
  const row = await tablesOf<ExchangeTables>(desk.db)
    .selectFrom('feedRules')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound)
  return present(desk.db, row, language)
}

async function refuse(
  desk: Desk,
  actor: Actor,
  { channelIds = [], template = '' }: z.output<typeof feedRuleChanges>,
): Promise<void> {
  const fields: FieldProblem[] = []
  for (const [i, channelId] of channelIds.entries()) {
    if (!(await findChannel(desk.db, actor.companyId, channelId)))
      fields.push({ pointer: `/channelIds/${i}`, detail: noSuchAccount })
  }
  const [unknown] = unknownHoles(template)
  if (unknown) fields.push({ pointer: '/template', detail: noSuchHole(unknown) })
  if (fields.length > 0) throw new Problem(invalidInput, {}, { fields })
  const named = channelIds.map((channelId, i) => ({ channelId, pointer: `/channelIds/${i}` }))
  await refuseOtherAccounts(desk.db, actor, named)
}

/** Whose approval the posts of such a rule would wait for, whoever sets it up. */
export function forecastRule(
  db: Executor,
  { companyId, id, name }: Actor,
  { channelIds, campaignId }: z.output<typeof feedApprovalInput>,
) {
  const variants = channelIds.map((channelId) => ({ channelId }))
  const draft = neededInput.parse({ variants, campaignId })
  return forecastApproval(db, { companyId, id, name, scopes: new Set() }, draft)
}

const noSuchAccount = {
  en: 'There is no such account in this company.',
  fr: 'Ce compte n’existe pas dans cette entreprise.',
}

const noSuchHole = (name: string) => ({
  en: `An article has no {${name}}: write {title}, {link}, {summary} or {author}.`,
  fr: `Un article n’a pas de {${name}} : écrivez {titre}, {lien}, {résumé} ou {auteur}.`,
})

async function note(trx: Executor, desk: Desk, actor: Actor, action: AuditAction, id: string) {
  const at = desk.clock.now()
  const subject = `feed_rule:${id}`
  await audit(trx, { companyId: actor.companyId, at, actor: actor.id, action, subject })
}

async function present(db: Executor, row: FeedRule, language: Language): Promise<FeedRuleView> {
  const counts = await tablesOf<ExchangeTables>(db)
    .selectFrom('feedArticles')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('ruleId', '=', row.id)
    .groupBy('state')
    .execute()
  const count = (state: string) => Number(counts.find((one) => one.state === state)?.count ?? 0)
  const { id, name, channelIds, template, labels, campaignId, mode, state, createdBy } = row
  return {
    id,
    name,
    url: row.settings['url'] ?? '',
    channelIds,
    template,
    language: row.language,
    labels: labels as FeedRuleView['labels'],
    campaignId,
    mode,
    state,
    createdBy,
    delayMinutes: row.delayMinutes,
    dailyMax: row.dailyMax,
    gapMinutes: row.gapMinutes,
    trouble: row.trouble && say(row.trouble, language),
    lastPollAt: row.lastPollAt?.toISOString() ?? null,
    made: count('made'),
    waiting: count('waiting'),
  }
}
