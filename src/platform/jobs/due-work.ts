import { sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Executor } from '#platform/db/database.ts'
import type { Listener } from '#platform/db/listener.ts'
import type { Log } from '#platform/log.ts'

/**
 * Durable work is rows with a due time. A `DueWork` knows when the next is due and how to do what is due;
 * nothing of it lives in memory, so any process may take over at any instant.
 */
export interface DueWork {
  name: string
  /** Which role of process does it. */
  role: 'worker' | 'listener'
  /** When the next row falls due; null when there is none. */
  nextDue(): Promise<Date | null>
  /** Claims and does what is due now. Answers how many rows it did; 0 means nothing was due. */
  runDue(): Promise<number>
  /** Lets go of what it holds open; nothing is begun after it. Called when the desk closes. */
  stop?(): Promise<void>
}

export const WAKE_CHANNEL = 'vigie_wake'

/** Wakes the loops of that name in every process once the transaction commits. */
export async function wake(db: Executor, name: string): Promise<void> {
  await sql`select pg_notify(${WAKE_CHANNEL}, ${name})`.execute(db)
}

export interface Loop {
  stop(): Promise<void>
}

const LONGEST_SLEEP_MS = 10_000
const AFTER_ERROR_MS = 2_000

/**
 * Does the work as it falls due: sleeps until the next due time or until woken, never polls in between.
 * @param sleepAtMost how long it may sleep before it looks again, in milliseconds (a lost wake-up costs that much)
 */
export function startLoop(
  work: DueWork,
  { clock, log, listener, sleepAtMost = LONGEST_SLEEP_MS }: LoopTools,
): Loop {
  let stopped = false
  let rouse = () => {}
  let roused = false
  const off = listener.on(WAKE_CHANNEL, (name) => {
    if (name !== work.name) return
    roused = true
    rouse()
  })

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      if (roused || stopped) return resolve()
      const timer = setTimeout(resolve, ms)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function turn() {
    roused = false
    if ((await work.runDue()) > 0) return
    const due = await work.nextDue()
    const wait = due ? due.getTime() - clock.now().getTime() : sleepAtMost
    if (wait > 0) await sleep(Math.min(wait, sleepAtMost))
    else await sleep(SHORTEST_SLEEP_MS)
  }

  const running = (async () => {
    while (!stopped) {
      try {
        await turn()
      } catch (error) {
        log.error({ work: work.name, error }, 'work interrupted; it will be taken up again')
        await sleep(AFTER_ERROR_MS)
      }
    }
  })()

  return {
    async stop() {
      stopped = true
      off()
      rouse()
      await running
    },
  }
}

/** A row may be due and yet not claimable (its account is busy): do not spin on it. */
const SHORTEST_SLEEP_MS = 25

interface LoopTools {
  clock: Clock
  log: Log
  listener: Listener
  sleepAtMost?: number
}
