import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The key pair by which push services know this desk (RFC 8292). One row: devices subscribe to this key alone.
    create table push_keys (
      id integer primary key default 1 check (id = 1),
      public_key text not null,
      sealed_private_key text not null,
      created_at timestamptz not null
    );

    -- A browser in which a member wants to be told of a company's alerts.
    create table push_devices (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      user_id uuid not null references users on delete cascade,
      name text not null,
      -- Given by the push service of the browser: whoever knows it may send to it, hence sealed.
      sealed_endpoint text not null,
      endpoint_hash text not null,
      public_key text not null,
      sealed_auth text not null,
      created_at timestamptz not null,
      last_sent_at timestamptz,
      unique (company_id, endpoint_hash)
    );
    create index on push_devices (endpoint_hash);
    create index on push_devices (user_id);

    create table alert_pushes (
      alert_id uuid not null references alerts on delete cascade,
      level integer not null,
      device_id uuid not null references push_devices on delete cascade,
      due_at timestamptz not null,
      taken_at timestamptz,
      tries integer not null default 0,
      outcome text,
      primary key (alert_id, level, device_id)
    );
    create index on alert_pushes (due_at) where taken_at is null;
    create index on alert_pushes (device_id);
  `.execute(db)
}
