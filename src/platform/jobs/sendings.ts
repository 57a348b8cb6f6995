import { sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import type { Letter, Mail } from '#platform/mail/mail.ts'
import type { DueWork } from './due-work.ts'
import { firstDue } from './first-due.ts'

/** What came of a sending; with `againIn` (milliseconds) it certainly was not taken, and may be tried again. */
export interface Sent {
  outcome: string
  againIn?: number
}

/** Sends a letter of a table of sendings. @param againIn when to try again where the server took nothing, in milliseconds */
export async function sendLetter(mail: Mail, letter: Letter, againIn: number): Promise<Sent> {
  const { outcome } = await mail.send(letter)
  return outcome === 'later' ? { outcome, againIn } : { outcome }
}

/**
 * A table of what leaves once, by letter or by push. Each of its rows has the columns of `key`, and `dueAt`, `takenAt`,
 * `tries` (0 at first) and `outcome`.
 */
export interface Sendings<Tools, Row> {
  /** The name under which its work is woken. */
  name: string
  table: string
  /** The columns that tell one row from another. */
  key: readonly (keyof Row & string)[]
  /** After so many tries it is left, with its last outcome. */
  mostTries: number
  send(tools: Tools, row: Row & { tries: number }): Promise<Sent>
}

interface Means {
  db: Database
  clock: Clock
}

/** The work of a table of sendings: one row at a time, as they fall due. */
export function sendingsWork<Tools extends Means, Row>(
  tools: Tools,
  sendings: Sendings<Tools, Row>,
): DueWork {
  return {
    name: sendings.name,
    role: 'worker',
    async nextDue() {
      const row = await tableOf(tools.db)
        .selectFrom(sendings.table)
        .select((eb) => eb.fn.min('dueAt').as('due'))
        .where('takenAt', 'is', null)
        .executeTakeFirst()
      return row?.due ?? null
    },
    runDue: async () => ((await sendNext(tools, sendings)) ? 1 : 0),
  }
}

/**
 * Sends one row that is due. It is committed that it leaves before it does: killed in between, it is perhaps lost and
 * never sent twice. Whoever plans sendings therefore also shows on a screen what they tell.
 * @returns whether there was one
 * @throws what `send` throws; the row stays taken
 */
export async function sendNext<Tools extends Means, Row>(
  tools: Tools,
  sendings: Sendings<Tools, Row>,
): Promise<boolean> {
  const row = await take(tools, sendings)
  if (!row) return false
  const { outcome, againIn } = await sendings.send(tools, row as Row & { tries: number })
  const again = againIn !== undefined && row.tries < sendings.mostTries
  const set = again
    ? { takenAt: null, dueAt: new Date(tools.clock.now().getTime() + againIn) }
    : { outcome }
  await tableOf(tools.db)
    .updateTable(sendings.table)
    .set(set)
    .where(isRow(sendings.key, row))
    .execute()
  return true
}

type Columns = Record<string, unknown> & { tries: number }
/** Whatever the table is called, these are the columns that count here. */
type Tables = Record<
  string,
  { dueAt: Date; takenAt: Date | null; tries: number; outcome: string | null }
>

const tableOf = (db: Database) => db.withTables<Tables>()

function take<Tools extends Means, Row>(
  { db, clock }: Tools,
  { table, key }: Sendings<Tools, Row>,
): Promise<Columns | undefined> {
  const now = clock.now()
  return tableOf(db)
    .transaction()
    .execute(async (trx) => {
      const due = await trx
        .selectFrom(table)
        .selectAll()
        .where('takenAt', 'is', null)
        .$call((rows) => firstDue(rows, 'dueAt', now))
        .executeTakeFirst()
      if (!due) return undefined
      await trx
        .updateTable(table)
        .set({ takenAt: now, tries: due.tries + 1 })
        .where(isRow(key, due))
        .execute()
      return { ...due, tries: due.tries + 1 }
    })
}

const isRow = (key: readonly string[], row: Columns) =>
  sql<boolean>`(${sql.join(
    key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  )})`
