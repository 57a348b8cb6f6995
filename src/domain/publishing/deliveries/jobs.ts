import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { carryOut } from './carry-out.ts'
import { claimNext, type Office } from './claim-delivery.ts'
import { DELIVERIES_WORK } from './ledger.ts'
import { nextDue } from './next-due.ts'
import { type Timings, TIMINGS } from './timings.ts'

/** How many deliveries one process sends at the same time, each by another account. */
const HANDS = 8

/** Sends what is due: many accounts at once, one post at a time by each. */
export function jobs(desk: Desk): DueWork[] {
  return deliveryWork(desk)
}

/** The same with other durations, for trials. */
export function deliveryWork(desk: Desk, timings: Timings = TIMINGS, hands = HANDS): DueWork[] {
  const office: Office = { desk, timings, held: new Set() }
  return Array.from({ length: hands }, () => ({
    name: DELIVERIES_WORK,
    role: 'worker' as const,
    nextDue: () => nextDue(office),
    async runDue() {
      const claimed = await claimNext(office)
      if (claimed && claimed !== 'settled') await carryOut(office, claimed)
      return claimed ? 1 : 0
    },
  }))
}
