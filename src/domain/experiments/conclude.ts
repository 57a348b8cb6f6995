import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import { alreadyConcluded, experimentNotFound } from './errors.ts'
import type { Finding } from './model.ts'
import { readOutOf } from './read-experiment.ts'
import type { ReadOut } from './read-out.ts'
import { sentenceOf } from './sentences.ts'
import { type Experiment, findExperiment, keepFinding } from './store.ts'

/**
 * Ends a comparison and keeps what was found, a "we cannot tell" included.
 * @throws Problem when there is none, or when it was concluded already
 */
export async function conclude(desk: Desk, actor: Actor, id: string): Promise<void> {
  const { companyId } = actor
  const experiment = await findExperiment(desk.db, companyId, id)
  if (!experiment) throw new Problem(experimentNotFound)
  const at = desk.clock.now()
  const finding = findingOf(experiment, await readOutOf(desk, experiment))
  await desk.db.transaction().execute(async (trx: Executor) => {
    if (!(await keepFinding(trx, experiment, finding, at))) throw new Problem(alreadyConcluded)
    const subject = `experiment:${id}`
    const detail = { decision: finding.decision }
    await audit(trx, {
      companyId,
      at,
      actor: actor.id,
      action: 'experiment.concluded',
      subject,
      detail,
    })
    await emit(trx, companyId, 'experiment.concluded', { experimentId: id, ...detail })
  })
}

function findingOf(experiment: Experiment, read: ReadOut): Finding {
  const { comparison, decision } = read
  return {
    sentence: sentenceOf(experiment, read),
    decision: decision.kind,
    ratio: comparison?.ratio ?? null,
    probabilityBBetter: comparison?.probabilityBBetter ?? null,
    counts: { a: comparison?.a.count ?? 0, b: comparison?.b.count ?? 0 },
  }
}
