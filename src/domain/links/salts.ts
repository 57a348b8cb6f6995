import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { LinksTables } from './tables.ts'
import { dayOf, type DailySalt, newSalt } from './visitor.ts'

/** The salt of the day, the same for all processes of the desk; former ones are destroyed. */
export function dailySalts(db: Executor): (at: Date) => Promise<DailySalt> {
  let current: DailySalt | undefined
  return async (at) => {
    if (current?.day !== dayOf(at)) {
      await destroySaltsBefore(db, at)
      current = await shareSalt(db, newSalt(at))
    }
    return current
  }
}

/** Destroys the salts of former days: from then on nobody can tell who clicked. @returns how many */
export async function destroySaltsBefore(db: Executor, at: Date): Promise<number> {
  const { numDeletedRows } = await tablesOf<LinksTables>(db)
    .deleteFrom('visitorSalts')
    .where('day', '<', dayOf(at))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** The day of the oldest salt; null when there is none. */
export async function oldestSaltDay(db: Executor): Promise<string | null> {
  const row = await tablesOf<LinksTables>(db)
    .selectFrom('visitorSalts')
    .select((eb) => eb.cast<string>(eb.fn.min('day'), 'text').as('day'))
    .executeTakeFirst()
  return row?.day ?? null
}

/** Keeps this salt, unless another process was first: then takes that one. */
async function shareSalt(db: Executor, mine: DailySalt): Promise<DailySalt> {
  const tables = tablesOf<LinksTables>(db)
  await tables
    .insertInto('visitorSalts')
    .values(mine)
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute()
  const { salt } = await tables
    .selectFrom('visitorSalts')
    .select('salt')
    .where('day', '=', mine.day)
    .executeTakeFirstOrThrow()
  return { day: mine.day, salt }
}
