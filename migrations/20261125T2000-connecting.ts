import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The keys of the company's own app at a network.
    create table app_keys (
      company_id uuid not null references companies on delete cascade,
      connector_id text not null,
      -- Bound to the company and the network.
      sealed_keys text not null,
      set_by text not null,
      set_at timestamptz not null,
      primary key (company_id, connector_id)
    );
    -- What somebody came back with from a network: accounts to choose from, or why there are none.
    create table connect_returns (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      user_id uuid not null references users on delete cascade,
      connector_id text not null,
      sealed_accounts text,
      refusal jsonb,
      expires_at timestamptz not null,
      check ((sealed_accounts is null) <> (refusal is null))
    );
    create index on connect_returns (expires_at);
    create index on connect_attempts (expires_at);
  `.execute(db)
}
