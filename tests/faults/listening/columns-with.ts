import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** Whatever can hold words, whether as text, within JSON or a list, or as bytes. */
const WORDY = ['text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea']

/**
 * Looks for words in every column of every table, whatever tables there are.
 * @returns the columns that hold one of them in any row: `mentions.text`
 */
export async function columnsWith(db: Database, words: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.table_name as "table", c.column_name as "column"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = any(${WORDY})
  `.execute(db)
  const looks = columns.map(
    ({ table, column }) => sql`
      select ${`${table}.${column}`} as column where exists (
        select from ${sql.table(table)} held, unnest(${words}::text[]) word
        where strpos(lower(held.${sql.ref(column)}::text), lower(word)) > 0
          or strpos(held.${sql.ref(column)}::text, encode(convert_to(word, 'UTF8'), 'hex')) > 0
      )`,
  )
  const { rows } = await sql<{ column: string }>`${sql.join(looks, sql` union all `)}`.execute(db)
  return rows.map(({ column }) => column).toSorted()
}
