import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { companyMatchers } from '../mentions/company-matcher.ts'
import { passageOf } from '../passage/passage.ts'
import type { Source } from '../model.ts'
import { claimSource, nextSource, releaseSource } from './claim-source.ts'
import { SOURCES_WORK } from './look-back.ts'
import { pollSource } from './poll-source.ts'

/** Several slow sources do not make the others wait. */
const AT_ONCE = 4

/** Reads every source as it falls due. */
export function jobs(desk: Desk): DueWork[] {
  const passage = passageOf(desk, companyMatchers(desk))

  /** Their reading broke off with the database, which could not be told: it is as soon as it answers. */
  const brokenOff: Source[] = []

  async function readOne(): Promise<number> {
    const source = await claimSource(desk.db, desk.clock.now())
    if (!source) return 0
    try {
      await pollSource(desk, passage, source)
    } catch (error) {
      brokenOff.push(source)
      throw error
    }
    return 1
  }

  async function releaseBrokenOff(): Promise<void> {
    for (let [source] = brokenOff; source; [source] = brokenOff) {
      await releaseSource(desk.db, source)
      brokenOff.shift()
    }
  }

  return [
    {
      name: SOURCES_WORK,
      role: 'listener',
      async nextDue() {
        const now = desk.clock.now()
        return brokenOff.length > 0 ? now : nextSource(desk.db, now)
      },
      async runDue() {
        await releaseBrokenOff()
        const read = await Promise.all(Array.from({ length: AT_ONCE }, readOne))
        return read.reduce((a, b) => a + b, 0)
      },
    },
  ]
}
