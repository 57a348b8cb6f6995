import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { companyMatchers } from '../mentions/company-matcher.ts'
import { passageOf } from '../passage/passage.ts'
import { claimSource, nextSource } from './claim-source.ts'
import { SOURCES_WORK } from './look-back.ts'
import { pollSource } from './poll-source.ts'

/** Several slow sources do not make the others wait. */
const AT_ONCE = 4

/** Reads every source as it falls due. */
export function jobs(desk: Desk): DueWork[] {
  const passage = passageOf(desk, companyMatchers(desk))

  async function readOne(): Promise<number> {
    const source = await claimSource(desk.db, desk.clock.now())
    if (!source) return 0
    await pollSource(desk, passage, source)
    return 1
  }

  return [
    {
      name: SOURCES_WORK,
      role: 'listener',
      nextDue: () => nextSource(desk.db, desk.clock.now()),
      async runDue() {
        const read = await Promise.all(Array.from({ length: AT_ONCE }, readOne))
        return read.reduce((a, b) => a + b, 0)
      },
    },
  ]
}
