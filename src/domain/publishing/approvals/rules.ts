import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import {
  audit,
  type AuditAction,
  type Member,
  membersToTell,
  rolesThatMay,
} from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { asJson } from '#platform/db/storable.ts'
import type { PublishingTables } from '../tables.ts'
import type { alone, ruleInput, RulesView, RuleView } from './api.ts'
import { unknownPeople } from './errors.ts'
import { howMany } from './model.ts'
import { concerns, decidersOf, rulesOf } from './needed.ts'
import type { Rule } from './tables.ts'

type Input = z.output<typeof ruleInput>

/** The rules of a company in their order, and who may publish alone under them. */
export async function readRules(db: Executor, companyId: string): Promise<RulesView> {
  const rules = await rulesOf(db, companyId)
  const people = await membersToTell(db, companyId)
  return {
    rules: rules.map(presentRule),
    people: people.map((member) => ({
      userId: member.userId,
      name: member.name,
      role: member.role,
      alone: aloneUnder(rules, member),
    })),
  }
}

/**
 * Makes or changes a rule. What was asked for before keeps the rule it was asked under.
 * @param id of a rule that exists, or of the new one
 * @throws Problem when a step asks for more agreements than there are people to give them
 */
export async function putRule(
  desk: Desk,
  actor: Actor,
  id: string,
  input: Input,
  exists: boolean,
): Promise<RuleView> {
  const { companyId } = actor
  await refuseImpossible(desk.db, companyId, input)
  const values = {
    name: input.name,
    scope: asJson(input.scope),
    exemptRoles: input.exemptRoles,
    steps: asJson(input.steps),
  }
  return tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const at = desk.clock.now()
      const row = exists
        ? await trx
            .updateTable('approvalRules')
            .set(values)
            .where('companyId', '=', companyId)
            .where('id', '=', id)
            .returningAll()
            .executeTakeFirst()
        : await trx
            .insertInto('approvalRules')
            .values({ ...values, id, companyId, createdBy: actor.id, createdAt: at })
            .onConflict((c) => c.column('id').doUpdateSet(values))
            .returningAll()
            .executeTakeFirst()
      if (!row) throw new Problem(notFound)
      await note(trx, actor, at, exists ? 'approval-rule.changed' : 'approval-rule.made', id)
      return presentRule(row)
    })
}

/** Takes a rule off. What waits under it goes on waiting. */
export async function deleteRule(desk: Desk, actor: Actor, id: string): Promise<void> {
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const gone = await trx
        .deleteFrom('approvalRules')
        .where('companyId', '=', actor.companyId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      if (!gone) throw new Problem(notFound)
      await note(trx, actor, desk.clock.now(), 'approval-rule.deleted', id)
    })
}

async function note(trx: Executor, actor: Actor, at: Date, action: AuditAction, id: string) {
  const { companyId, id: by } = actor
  await audit(trx, { companyId, at, actor: by, action, subject: `approval-rule:${id}` })
  await emit(trx, companyId, 'approval.rules_changed')
}

async function refuseImpossible(db: Executor, companyId: string, { steps }: Input): Promise<void> {
  const deciders = await decidersOf(db, companyId, steps)
  for (const [index, one] of steps.entries()) {
    const count = deciders[index]?.length ?? 0
    const needed = howMany(one, deciders[index] ?? [])
    if (count >= needed) continue
    const fields = [{ pointer: `/steps/${index}/quorum`, detail: unknownPeople.detail }]
    throw new Problem(unknownPeople, { step: index + 1, needed, count }, { fields })
  }
}

/** Under the rules of today. The usual one asks whoever may not publish alone. */
function aloneUnder(rules: readonly Rule[], { role }: Member): z.infer<typeof alone> {
  if (!rolesThatMay('posts:publish').includes(role)) return 'no'
  const nobody = { channelIds: [], connectorIds: [], campaignId: null }
  const mine = rules.filter(({ exemptRoles }) => !exemptRoles.includes(role))
  if (mine.some((rule) => concerns(rule, { role }, nobody))) return 'no'
  return mine.length > 0 ? 'some' : 'yes'
}

const presentRule = ({ id, name, scope, exemptRoles, steps }: Rule): RuleView => ({
  id,
  name,
  scope,
  exemptRoles: exemptRoles as RuleView['exemptRoles'],
  steps,
})
