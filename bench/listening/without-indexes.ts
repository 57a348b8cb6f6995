import { sql } from 'kysely'
import type { OpenDesk } from '#main/desk.ts'

/** Runs some work on a table that has no index meanwhile, nor a key that leans on one; all are made again afterwards. */
export async function withoutIndexes(
  db: OpenDesk['desk']['db'],
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const { rows: keys } = await sql<{ on: string; name: string; definition: string }>`
    select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where conrelid = ${table}::regclass and contype in ('p', 'u') or confrelid = ${table}::regclass and contype = 'f'
    order by contype = 'f'`.execute(db)
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid = ${table}::regclass
      and not exists (select from pg_constraint where conindid = i.indexrelid and conrelid = i.indrelid)`.execute(
    db,
  )
  const run = (statement: string) => sql.raw(statement).execute(db)
  for (const key of keys.toReversed())
    await run(`alter table ${key.on} drop constraint ${key.name}`)
  for (const { name } of indexes) await run(`drop index ${name}`)
  await work()
  for (const { on, name, definition } of keys)
    await run(`alter table ${on} add constraint ${name} ${definition}`)
  for (const { definition } of indexes) await run(definition)
}
