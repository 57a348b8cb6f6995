const DEADLOCK = '40P01'
const MOST_TRIES = 5

/**
 * Does work that takes many rows at once, again where PostgreSQL ended it because another waited for it in turn
 * (https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS, read 2026-11-27): the other has gone on
 * by then. What is done must be undone with its transaction.
 * @throws whatever the work throws, the deadlock itself after five tries
 */
export async function againAfterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!isDeadlock(error) || tries === MOST_TRIES) throw error
    }
  }
}

const isDeadlock = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === DEADLOCK
