import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { conclude, planExperiment } from '#domain/experiments/index.ts'
import type { Company } from '#domain/governance/index.ts'
import { actorOf, type Practitioner } from './actor-of.ts'
import { comparisons } from './content/comparisons.ts'
import type { PlannedPast } from './plan-past.ts'

const DAY = 86_400_000

/** Replays the shop's comparisons: each was planned at its time, and one has been concluded since. */
export async function compareVersions(
  desk: Desk,
  company: Company,
  person: Practitioner,
  planned: readonly PlannedPast[],
  postIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { language } = company
  const actor = actorOf(company, person)
  const now = desk.clock.now().getTime()
  for (const comparison of comparisons) {
    const chosen = (keys: readonly string[]) => keys.flatMap((key) => postIds.get(key) ?? [])
    const [a, b] = [chosen(comparison.a), chosen(comparison.b)]
    if (a.length === 0 || b.length === 0) continue
    const instants = planned
      .filter(({ text: { key } }) => [...comparison.a, ...comparison.b].includes(key))
      .map(({ scheduledAt }) => scheduledAt.getTime())
    const experimentId = uuid()
    const at = (ms: number): Desk => ({
      ...desk,
      clock: { now: () => new Date(Math.min(ms, now)) },
    })
    await planExperiment(at(Math.min(...instants) - DAY), actor, experimentId, {
      name: comparison.name[language],
      hypothesis: comparison.hypothesis[language],
      figure: comparison.figure,
      exposure: 'followers',
      windowHours: 72,
      minimumEffect: 0.3,
      certainty: 0.95,
      plannedEvents: comparison.plannedEvents,
      a,
      b,
    })
    if (comparison.concluded)
      await conclude(at(Math.max(...instants) + 4 * DAY), actor, experimentId)
  }
}
