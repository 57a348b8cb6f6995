import type { Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { SandboxTables } from './tables.ts'

/** What the practice network needs of whoever hosts it. */
export interface SandboxTools {
  db: Executor
  clock: Clock
  /** Origin of the pages people see; the first that is there. */
  publicUrl: string | undefined
  localUrl: string
}

export type SandboxDb = Kysely<SandboxTables>

export const sandboxDb = (db: Executor): SandboxDb => tablesOf<SandboxTables>(db)
