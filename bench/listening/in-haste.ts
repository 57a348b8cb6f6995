import { sql } from 'kysely'
import type { OpenDesk } from '#main/desk.ts'

/** What a database that may be filled anew needs not: nothing of it is true of the run that asks it afterwards. */
const SETTINGS = {
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
}

/** Runs some work on a database that takes no care of what a power cut would cost. */
export async function inHaste<T>(db: OpenDesk['desk']['db'], work: () => Promise<T>): Promise<T> {
  for (const [name, value] of Object.entries(SETTINGS))
    await sql`alter system set ${sql.ref(name)} = ${sql.lit(value)}`.execute(db)
  await sql`select pg_reload_conf()`.execute(db)
  try {
    return await work()
  } finally {
    for (const name of Object.keys(SETTINGS))
      await sql`alter system reset ${sql.ref(name)}`.execute(db)
    await sql`select pg_reload_conf()`.execute(db)
    await sql`checkpoint`.execute(db)
  }
}
