import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { untilAnswered } from '#platform/db/until-answered.ts'
import type { Queue } from '#platform/queue/queue.ts'
import { type CompanyMatchers, companyMatchers } from '../mentions/company-matcher.ts'
import { keepTaken } from './keep-taken.ts'
import { forgetParked, nextToForget, PARKED_WORK } from './park.ts'
import { isWanted, tryWanted } from './try-parked.ts'

/**
 * Keeps what waits in the queue, where there is one, for as long as the desk is open; and tries again, or forgets, what was set
 * aside.
 */
export function jobs(desk: Desk): DueWork[] {
  const matchers = companyMatchers(desk)
  const forgetting: DueWork = {
    name: PARKED_WORK,
    role: 'worker',
    async nextDue() {
      return (await isWanted(desk.db)) ? desk.clock.now() : nextToForget(desk.db)
    },
    async runDue() {
      const tried = await tryWanted(desk, matchers)
      return tried + (await forgetParked(desk.db, desk.clock.now()))
    },
  }
  return desk.queue ? [forgetting, keeping(desk, desk.queue, matchers)] : [forgetting]
}

function keeping(desk: Desk, queue: Queue, matchers: CompanyMatchers): DueWork {
  const stop = new AbortController()
  let taking: Promise<void> | undefined

  async function take(): Promise<void> {
    await queue.take(async (bunch) => {
      try {
        await keepTaken(desk, queue, matchers, bunch)
      } catch (error) {
        desk.log.warn({ error }, 'what waits in the queue could not be kept; it is tried again')
        // Nothing is taken meanwhile: what nobody can keep is not handed out over and over.
        await untilAnswered(desk.db, stop.signal)
      }
    }, stop.signal)
  }

  return {
    name: 'listening-queue',
    role: 'listener',
    nextDue: async () => null,
    async runDue() {
      if (!stop.signal.aborted) taking ??= take()
      return 0
    },
    async stop() {
      stop.abort()
      await taking
    },
  }
}
