import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { postsOf } from '#domain/publishing/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { type FieldProblem, Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import type { newExperiment } from './api.ts'
import { alreadyConcluded, experimentNotFound, postsRefused } from './errors.ts'
import { eventsNeeded } from './statistics/sample-size.ts'
import { addPosts, type ArmPosts, findExperiment, insertExperiment, postsOfArms } from './store.ts'

/**
 * Fixes, before the figures come in, what is compared, on what, and from when on it may be decided.
 * @throws Problem when a post is in both versions, or is not the company's
 */
export async function planExperiment(
  desk: Desk,
  actor: Actor,
  id: string,
  { a, b, plannedEvents, ...plan }: z.output<typeof newExperiment>,
): Promise<void> {
  const { companyId } = actor
  if (await findExperiment(desk.db, companyId, id)) return
  const startedAt = desk.clock.now()
  await desk.db.transaction().execute(async (trx: Executor) => {
    await checkPosts(trx, companyId, { a, b }, { a: [], b: [] })
    await insertExperiment(trx, {
      ...plan,
      id,
      companyId,
      startedAt,
      plannedEvents: plannedEvents ?? eventsNeeded({ ...plan, effect: plan.minimumEffect }),
    })
    await addPosts(trx, { id, companyId }, { a, b })
    await tell(trx, actor, id, 'experiment.started', startedAt)
  })
}

/** Adds posts to a comparison that runs; the plan stays as it was. @throws Problem */
export async function addMorePosts(
  desk: Desk,
  actor: Actor,
  id: string,
  more: ArmPosts,
): Promise<void> {
  const { companyId } = actor
  const experiment = await findExperiment(desk.db, companyId, id)
  if (!experiment) throw new Problem(experimentNotFound)
  if (experiment.state === 'concluded') throw new Problem(alreadyConcluded)
  await desk.db.transaction().execute(async (trx: Executor) => {
    await checkPosts(trx, companyId, more, await postsOfArms(trx, id))
    await addPosts(trx, experiment, more)
    await tell(trx, actor, id, 'experiment.changed', desk.clock.now())
  })
}

type Told = 'experiment.started' | 'experiment.changed'

async function tell(trx: Executor, actor: Actor, id: string, event: Told, at: Date) {
  const { companyId } = actor
  await audit(trx, {
    companyId,
    at,
    actor: actor.id,
    action: event,
    subject: `experiment:${id}`,
  })
  await emit(trx, companyId, event, { experimentId: id })
}

async function checkPosts(trx: Executor, companyId: string, given: ArmPosts, there: ArmPosts) {
  const known = new Set((await postsOf(trx, companyId, [...given.a, ...given.b])).map((p) => p.id))
  const fields = (['a', 'b'] as const).flatMap((arm) => {
    const other = arm === 'a' ? 'b' : 'a'
    const opposite = new Set([...given[other], ...there[other]])
    return given[arm].flatMap((postId, at): FieldProblem[] => {
      const pointer = `/${arm}/${at}`
      if (!known.has(postId)) return [{ pointer, detail: unknownPost }]
      return opposite.has(postId) ? [{ pointer, detail: inBoth }] : []
    })
  })
  if (fields.length > 0) throw new Problem(postsRefused, {}, { fields })
}

const unknownPost = {
  en: 'This post does not exist any more.',
  fr: 'Cette publication n’existe plus.',
}

const inBoth = {
  en: 'A post can be of one version only.',
  fr: 'Une publication ne peut appartenir qu’à une version.',
}
