import { sql, type Kysely } from 'kysely'

/** As names are taken in from now on: see `platform/one-direction.ts`. A name made of nothing else becomes that of its account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const turning = sql.lit('\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')
  const turns = (column: string) =>
    sql`${sql.ref(column)} <> translate(${sql.ref(column)}, ${turning}, '')`
  const cleaned = (column: string) => sql`trim(translate(${sql.ref(column)}, ${turning}, ''))`
  await sql`
    update identities set
      handle = ${cleaned('handle')},
      name = coalesce(nullif(${cleaned('name')}, ''), nullif(${cleaned('handle')}, ''), remote_id)
    where ${turns('handle')} or ${turns('name')}`.execute(db)
  await sql`
    update contacts set name = coalesce(
      nullif(${cleaned('name')}, ''),
      (select min(identities.name) from identities where contact_id = contacts.id),
      '?'
    )
    where ${turns('name')}`.execute(db)
}
