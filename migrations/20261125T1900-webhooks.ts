import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhooks (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      name text not null,
      url text not null,
      events text[] not null,
      sealed_secret text not null,
      -- Still signs beside the new one until then.
      sealed_former_secret text,
      former_until timestamptz,
      state text not null default 'on' check (state in ('on', 'paused', 'gave-up')),
      -- Since when nothing has been taken; null while all goes well.
      failing_since timestamptz,
      created_by text not null,
      created_at timestamptz not null
    );
    create index on webhooks (company_id);
    -- One per event and webhook; what is sent is frozen when it happened.
    create table webhook_messages (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      webhook_id uuid not null references webhooks on delete cascade,
      event_id bigint,
      event text not null,
      body text not null,
      at timestamptz not null,
      state text not null default 'planned' check (state in ('planned', 'delivered', 'failed')),
      due_at timestamptz not null,
      lease_until timestamptz,
      tries integer not null default 0,
      -- [{ at, status, failure, said, ms }], oldest first.
      attempts jsonb not null default '[]',
      unique (webhook_id, event_id)
    );
    create index on webhook_messages (due_at) where state = 'planned';
    create index on webhook_messages (webhook_id, at desc);
  `.execute(db)
}
