import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Language } from '#platform/text.ts'
import type { ExperimentSummary, ExperimentView } from './api.ts'
import { cautionsOf } from './cautions.ts'
import { experimentNotFound } from './errors.ts'
import { readFacts } from './facts.ts'
import { present, presentSummary } from './present.ts'
import { type ReadOut, readOut } from './read-out.ts'
import { type Experiment, findExperiment, listExperiments, postsOfArms } from './store.ts'

/** The company's comparisons, those that run first, each with what can be said now. */
export async function readExperiments(
  desk: Desk,
  companyId: string,
  language: Language,
): Promise<ExperimentSummary[]> {
  const experiments = await listExperiments(desk.db, companyId)
  return Promise.all(
    experiments.map(async (one) => presentSummary(one, await readOutOf(desk, one), language)),
  )
}

/** One comparison, read now; or as it was when it was concluded. @throws Problem when there is none */
export async function readExperiment(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<ExperimentView> {
  const experiment = await findExperiment(desk.db, companyId, id)
  if (!experiment) throw new Problem(experimentNotFound)
  const { timeZone } = await companyOf(desk.db, companyId)
  const read = await readOutOf(desk, experiment)
  const { startedAt } = experiment
  return present(experiment, read, cautionsOf(experiment, read, { startedAt, timeZone }), language)
}

export async function readOutOf(desk: Desk, experiment: Experiment): Promise<ReadOut> {
  const { companyId, figure, windowHours } = experiment
  const at = experiment.concludedAt ?? desk.clock.now()
  const posts = await postsOfArms(desk.db, experiment.id)
  const asked = { figure, windowHours, at }
  const [a, b] = await Promise.all([
    readFacts(desk.db, companyId, posts.a, asked),
    readFacts(desk.db, companyId, posts.b, asked),
  ])
  return readOut(experiment, a, b)
}
