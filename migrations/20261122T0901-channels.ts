import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table channels (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      connector_id text not null,
      remote_id text not null,
      handle text not null,
      display_name text not null,
      avatar_url text,
      profile_url text not null,
      settings jsonb not null default '{}',
      -- AES-256-GCM under a key that is outside the database; bound to the channel's id.
      sealed_secrets text not null,
      access_expires_at timestamptz,
      -- connected: usable. broken: a person must connect again. disconnected: taken off by a person.
      state text not null default 'connected' check (state in ('connected', 'broken', 'disconnected')),
      trouble text,
      trouble_since timestamptz,
      -- The row is the account's lock and its rate limiter: one request that writes at a time, never too soon.
      busy_until timestamptz,
      not_before timestamptz,
      next_check_at timestamptz not null default now(),
      next_inbox_at timestamptz not null default now(),
      inbox_cursor text,
      next_metrics_at timestamptz not null default now(),
      collect_lease_until timestamptz,
      last_heard_at timestamptz,
      created_at timestamptz not null default now(),
      unique (company_id, connector_id, remote_id)
    );
    -- What must be remembered between sending a person to a network and their return.
    create table connect_attempts (
      state text primary key,
      company_id uuid not null references companies on delete cascade,
      user_id uuid not null references users on delete cascade,
      connector_id text not null,
      sealed_memo text not null,
      expires_at timestamptz not null
    );
  `.execute(db)
}
