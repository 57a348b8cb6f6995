import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { companyMatchers } from '../../mentions/company-matcher.ts'
import { passageOf } from '../../passage/passage.ts'
import { claimStream, nextStream, renewLease, STREAMS_WORK, type Held } from './claim-stream.ts'
import { holdStream } from './hold-stream.ts'

/** Connections held by one process. The others wait for their turn in another one. */
const MOST_HELD = 200

/** Holds one connection to each stream that nobody else holds, until the desk closes. */
export function jobs(desk: Desk): DueWork[] {
  const passage = passageOf(desk, companyMatchers(desk))
  const holding = new Map<Held, { stop: AbortController; done: Promise<void> }>()
  let closing = false

  function take(held: Held): void {
    const stop = new AbortController()
    const done = holdStream(desk, passage, held, stop.signal).finally(() => holding.delete(held))
    holding.set(held, { stop, done })
  }

  /** Those that were paused, removed or taken since. */
  async function letGo(): Promise<void> {
    for (const [held, { stop }] of holding) {
      if (!(await renewLease(desk.db, held, desk.clock.now()))) stop.abort()
    }
  }

  return [
    {
      name: STREAMS_WORK,
      role: 'listener',
      nextDue: () => nextStream(desk.db),
      async runDue() {
        await letGo()
        let taken = 0
        while (!closing && holding.size < MOST_HELD) {
          const held = await claimStream(desk.db, desk.clock.now())
          if (!held) break
          take(held)
          taken++
        }
        return taken
      },
      async stop() {
        closing = true
        const all = [...holding.values()]
        for (const { stop } of all) stop.abort()
        await Promise.all(all.map(({ done }) => done))
      },
    },
  ]
}
