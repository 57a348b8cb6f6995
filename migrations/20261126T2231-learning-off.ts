import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A company may have nothing learnt from what it corrects; it is due for nothing then.
    alter table learnt_opinions add column switched_off boolean not null default false;
    alter table learnt_opinions alter column due_at drop not null;
  `.execute(db)
}
