import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- When whoever was given the mention is to be written to; null once it was done, or where there is nothing to tell.
    alter table mention_assignments add column tell_at timestamptz;
    create index on mention_assignments (tell_at) where tell_at is not null;
  `.execute(db)
}
