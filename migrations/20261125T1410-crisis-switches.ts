import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A person holds everything scheduled, or all that leaves by a network, an account or for a campaign.
    create table crisis_switches (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      scope text not null check (scope in ('company', 'network', 'account', 'campaign')),
      -- What of that kind; empty for the whole company.
      target text not null,
      reason text not null,
      -- Whether replies from the inbox are held too.
      replies boolean not null,
      on_at timestamptz not null,
      on_by text not null,
      on_by_id text not null,
      -- When what was planned by then had been held; null when the desk died over it and must do it again.
      applied_at timestamptz,
      leaving integer not null default 0,
      lifted_at timestamptz,
      lifted_by text,
      lifted_by_id text,
      -- When what it held had been handed back; null when that remains to be done.
      released_at timestamptz
    );
    create unique index on crisis_switches (company_id, scope, target) where lifted_at is null;
    create index on crisis_switches (id) where applied_at is null or (lifted_at is not null and released_at is null);
  `.execute(db)
}
