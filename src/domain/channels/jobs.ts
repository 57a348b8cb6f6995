import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { checkAccount } from './check-account.ts'
import { claimReading, nextReading } from './collect-lease.ts'
import { sweep } from './returns/sweep.ts'

/** Looks after every connected account before its access ends, and every six hours; forgets what nobody came for. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      // Woken by the name of its reading (`readSoon`).
      name: 'check',
      role: 'worker',
      nextDue: () => nextReading(desk.db, 'check'),
      async runDue() {
        const channel = await claimReading(desk.db, 'check', desk.clock.now())
        if (!channel) return 0
        await checkAccount(desk, channel)
        return 1
      },
    },
    sweep(desk),
  ]
}
