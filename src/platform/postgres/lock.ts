import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'

const SQLITE_BUSY = 5
const RETRY_MS = 15

export interface Lock {
  release(): void
}

/*
 * Node has no flock(2). SQLite takes its locks in the kernel on Linux, macOS and Windows alike:
 * they end with the process, however it ends, so that no lock can be left behind. The lock file
 * stays empty; nothing is ever stored in it.
 */

/**
 * Waits until this process alone holds `file`.
 * @param onWait called once when somebody else holds it
 */
export async function lockAlone(file: string, onWait: () => void = () => {}): Promise<Lock> {
  for (let waits = 0; ; waits++) {
    const lock = tryLockAlone(file)
    if (lock) return lock
    if (waits === 0) onWait()
    await pause(RETRY_MS)
  }
}

/** Holds `file` alone, or answers `undefined` when anybody else holds it alone or together. */
export function tryLockAlone(file: string): Lock | undefined {
  return tryLock(file, (database) => database.exec('PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE'))
}

/** Holds `file` together with others; `undefined` when somebody holds it alone. */
export function tryLockTogether(file: string): Lock | undefined {
  return tryLock(file, (database) => {
    database.exec('BEGIN')
    // the shared lock is taken by the first read, not by BEGIN
    database.prepare('SELECT count(*) FROM sqlite_master').get()
  })
}

function tryLock(file: string, take: (database: DatabaseSync) => void): Lock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    take(database)
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
}
