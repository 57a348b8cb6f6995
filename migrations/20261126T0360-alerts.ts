import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- How a company wants to be alerted, and what must be at hand then.
    create table alert_settings (
      company_id uuid primary key references companies on delete cascade,
      -- False alarms borne in a month, for all queries together.
      per_month numeric not null,
      by_mail boolean not null,
      policy text not null,
      people jsonb not null
    );

    -- One row per saved query: when it is looked at next, and what is usual of it.
    create table query_watches (
      query_id uuid primary key references saved_queries on delete cascade,
      company_id uuid not null references companies on delete cascade,
      due_at timestamptz,
      -- Null as long as it cannot be told.
      portrait jsonb,
      -- What the portrait was learnt from: learnt again when that changes.
      learnt_from text,
      learning_since timestamptz
    );
    create index on query_watches (due_at) where due_at is not null;
    create index on query_watches (company_id);
    insert into query_watches (query_id, company_id, due_at) select id, company_id, now() from saved_queries;

    -- One row per episode.
    create table alerts (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      query_id uuid references saved_queries on delete set null,
      query_name text not null,
      state text not null default 'open' check (state in ('open', 'acknowledged', 'closed')),
      -- What a person found: something happened, or nothing.
      verdict text check (verdict in ('real', 'nothing')),
      scale text not null check (scale in ('hour', 'day')),
      opened_at timestamptz not null,
      began_at timestamptz not null,
      -- The count that rang, of its hour or day; what was expected; from which count on it rings.
      count integer not null,
      expected double precision not null,
      alarm integer not null,
      -- The greatest count that people were told of, and how often they were.
      told_count integer not null,
      level integer not null default 1,
      last_ring_at timestamptz not null,
      ended_at timestamptz,
      snoozed_until timestamptz,
      acknowledged_by text,
      acknowledged_at timestamptz,
      closed_by text,
      closed_at timestamptz,
      -- What changed: see alerts/facts.
      facts jsonb not null
    );
    create unique index on alerts (query_id) where ended_at is null;
    create index on alerts (company_id, opened_at desc);

    create table alert_letters (
      alert_id uuid not null references alerts on delete cascade,
      level integer not null,
      user_id text not null,
      due_at timestamptz not null,
      taken_at timestamptz,
      tries integer not null default 0,
      outcome text,
      primary key (alert_id, level, user_id)
    );
    create index on alert_letters (due_at) where taken_at is null;
  `.execute(db)
}
