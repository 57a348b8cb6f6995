import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Who looks after a mention (listening/mentions/assign). No foreign key on mentions: what deletes them deletes this.
    create table mention_assignments (
      mention_id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      user_id uuid not null references users on delete cascade,
      -- The name of the person or the program that gave it.
      given_by text not null,
      at timestamptz not null,
      note text not null default '' check (length(note) <= 500)
    );
    create index on mention_assignments (company_id, user_id);
    create index on mention_assignments (user_id);
  `.execute(db)
}
