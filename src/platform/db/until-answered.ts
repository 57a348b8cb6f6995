import { sql } from 'kysely'
import type { Executor } from './database.ts'

/** Between two questions to a database that is away. */
const AGAIN_MS = 1_000

/** Waits until the database answers, or until told to stop. It never throws. */
export async function untilAnswered(db: Executor, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await sql`select 1`.execute(db)
      return
    } catch {
      await new Promise<void>((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
