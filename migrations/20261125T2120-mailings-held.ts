import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Crises that hold what is still to leave of a mailing; it goes on when none is left.
    alter table mailings add column held_by uuid[] not null default '{}';
  `.execute(db)
}
