import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- People and their sessions: read and written by the authentication library.
    create table users (
      id uuid primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      language text not null default 'en' check (language in ('en', 'fr')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create table sessions (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index on sessions (user_id);
    create table auth_accounts (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      account_id text not null,
      provider_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index on auth_accounts (user_id);
    create table auth_verifications (
      id uuid primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    -- One row per key (hash of e-mail or of network address) and window: survives restarts, shared by processes.
    create table sign_in_attempts (
      key text not null,
      window_start timestamptz not null,
      failures integer not null default 0,
      primary key (key, window_start)
    );

    create table companies (
      id uuid primary key,
      name text not null check (length(name) between 1 and 120),
      language text not null check (language in ('en', 'fr')),
      time_zone text not null,
      practice boolean not null default false,
      -- Address by which the internet reaches this desk; without it, links cannot be counted.
      public_url text,
      created_at timestamptz not null default now()
    );
    create table memberships (
      company_id uuid not null references companies on delete cascade,
      user_id uuid not null references users on delete cascade,
      role text not null check (role in ('owner', 'manager', 'editor', 'contributor', 'reviewer', 'analyst')),
      created_at timestamptz not null default now(),
      primary key (company_id, user_id)
    );
    create index on memberships (user_id);
    create table api_keys (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      created_by uuid not null references users on delete cascade,
      name text not null,
      -- First characters, to recognise a key; the key itself is never stored, only its SHA-256.
      prefix text not null,
      key_hash text not null unique,
      scopes text[] not null,
      last_used_at timestamptz,
      expires_at timestamptz,
      created_at timestamptz not null default now()
    );
    create index on api_keys (company_id);
    create table audit_entries (
      id bigint generated always as identity primary key,
      company_id uuid not null references companies on delete cascade,
      at timestamptz not null default now(),
      actor text not null,
      action text not null,
      subject text not null,
      detail jsonb not null default '{}'
    );
    create index on audit_entries (company_id, id);

    -- Outbox: written in the transaction of the change it tells of; read by subscribers and by live updates.
    create table events (
      id bigint generated always as identity primary key,
      company_id uuid not null references companies on delete cascade,
      name text not null,
      payload jsonb not null default '{}',
      at timestamptz not null default now(),
      handled_at timestamptz,
      attempts integer not null default 0,
      retry_at timestamptz,
      last_error text
    );
    create index on events (id) where handled_at is null;
    create index on events (company_id, id);

    create table idempotency_keys (
      company_id uuid not null references companies on delete cascade,
      key text not null,
      route text not null,
      request_hash text not null,
      status integer,
      response jsonb,
      created_at timestamptz not null default now(),
      primary key (company_id, route, key)
    );
  `.execute(db)
}
