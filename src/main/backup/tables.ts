import type pg from 'pg'

/** A table as a backup carries it: its own columns, none that the database computes. */
export interface Table {
  name: string
  columns: string[]
}

const COLUMNS = `
  select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely\\_%' and c.relname <> 'visitor_salts'
  group by c.relname`

const REFERENCES = `
  select distinct child.relname as child, parent.relname as parent
  from pg_constraint k
  join pg_class child on child.oid = k.conrelid
  join pg_class parent on parent.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace and child.oid <> parent.oid`

/**
 * Every table of the desk, each after those it refers to, so that they can be filled in this order. The salt of
 * the day stays behind: it is destroyed after its day, and a copy of it would not be.
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(COLUMNS)
  const { rows: references } = await client.query<{ child: string; parent: string }>(REFERENCES)
  const byName = new Map(
    rows.map(({ table, columns }) => [table, { name: table, columns: [...columns] }]),
  )
  const ordered = new Map<string, Table>()
  const place = (name: string) => {
    const table = byName.get(name)
    if (!table || ordered.has(name)) return
    for (const { child, parent } of references) if (child === name) place(parent)
    ordered.set(name, table)
  }
  for (const name of [...byName.keys()].sort()) place(name)
  return [...ordered.values()]
}

/** `"public"."posts" ("id", "text")` for a COPY. */
export function copyTarget({ name, columns }: Table): string {
  const quote = (word: string) => `"${word.replaceAll('"', '""')}"`
  return `public.${quote(name)} (${columns.map(quote).join(', ')})`
}
