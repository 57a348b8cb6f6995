import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A person of the company said which intents and risks a mention has: they stand in its columns.
    alter table mentions add column wants_by_person boolean not null default false;
  `.execute(db)
}
