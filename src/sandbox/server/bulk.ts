import { type RawBuilder, sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'

/**
 * Inserts many rows in one statement with one array per column: ten times faster than one value list.
 * Rows that are already there are left as they are.
 * @param types SQL type by column, in snake_case: `{ post_id: 'text', at: 'timestamptz' }`
 */
export async function insertMany<Column extends string>(
  db: Executor,
  table: string,
  types: Record<Column, string>,
  rows: readonly Record<Column, unknown>[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(types) as Column[]
  const arrays = columns.map((column): RawBuilder<unknown> => {
    const values = rows.map((row) => row[column])
    return sql`${values}::${sql.raw(types[column])}[]`
  })
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    select * from unnest(${sql.join(arrays)}) on conflict do nothing`.execute(db)
}
