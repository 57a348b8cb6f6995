import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What networks told this desk by themselves, kept before they are answered.
    create table told_events (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      connector_id text not null,
      -- Its name at the network: told again, it is kept once.
      key text not null,
      -- The remote id of the account it is about.
      account text not null,
      -- Not jsonb: that refuses what networks may well send (NUL, half characters).
      body json not null,
      told_at timestamptz not null,
      state text not null default 'waiting'
        check (state in ('waiting', 'done', 'not_connected', 'failed')),
      tries integer not null default 0,
      -- When it is worked on next; once that is over, when it is forgotten.
      due_at timestamptz not null,
      unique (company_id, connector_id, key)
    );
    create index on told_events (due_at);
  `.execute(db)
}
