import type { Log } from '#platform/log.ts'

/** Keeps things in batches: what comes while one batch is being committed leaves with the next. */
export interface GroupCommit<T> {
  /**
   * @returns true once the thing is committed; false when the database did not answer in time: it
   * is then still waiting to be kept, as long as this process lives
   */
  keep(thing: T): Promise<boolean>
}

export interface GroupCommitOptions {
  /** Most things in one batch. */
  most?: number
  /** How long a caller waits at most, in milliseconds. */
  patienceMs?: number
  /** Most things waiting; beyond it new ones are refused, and said so in the log. */
  room?: number
}

const PAUSE_MS = 250

/**
 * No timer and no fixed delay: a lone thing is committed at once, and under load a batch is as large
 * as what came during the last commit. One commit (one flush to disk) then serves them all.
 */
export function groupCommit<T>(
  commit: (batch: T[]) => Promise<void>,
  log: Log,
  { most = 1_000, patienceMs = 2_000, room = 50_000 }: GroupCommitOptions = {},
): GroupCommit<T> {
  const waiting: { thing: T; kept: (now: boolean) => void }[] = []
  let running = false

  async function run() {
    // What else came in this turn of the event loop joins the first batch.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      try {
        await commit(batch.map(({ thing }) => thing))
        waiting.splice(0, batch.length)
        for (const { kept } of batch) kept(true)
      } catch (error) {
        log.error({ error, waiting: waiting.length }, 'a batch could not be kept; trying again')
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref())
      }
    }
    running = false
  }

  return {
    async keep(thing) {
      if (waiting.length >= room) {
        log.error({ room }, 'too many are waiting to be kept: this one is lost')
        return false
      }
      const { promise, resolve } = Promise.withResolvers<boolean>()
      waiting.push({ thing, kept: resolve })
      if (!running) {
        running = true
        void run()
      }
      const timer = setTimeout(() => resolve(false), patienceMs)
      timer.unref()
      return promise.finally(() => clearTimeout(timer))
    },
  }
}
