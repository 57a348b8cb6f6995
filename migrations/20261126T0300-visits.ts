import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The company's own website, where visitors write: one row for each account that serves it.
    create table visit_sites (
      channel_id uuid primary key references channels on delete cascade,
      company_id uuid not null references companies on delete cascade,
      -- The number of the last message. Whoever writes holds this row, so that numbers are seen in their order.
      last_seq bigint not null default 0
    );

    -- Which websites last asked for what this desk serves on them: one that may, and one that may not.
    alter table channels add column sightings jsonb;

    create table visit_threads (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      -- SHA-256 of what the visitor's browser keeps.
      secret_hash text not null,
      name text,
      email text,
      language text not null,
      created_at timestamptz not null,
      last_at timestamptz not null,
      blocked_at timestamptz,
      unique (channel_id, secret_hash)
    );
    create index on visit_threads (channel_id, last_at);

    create table visit_messages (
      id uuid primary key,
      thread_id uuid not null references visit_threads on delete cascade,
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      seq bigint not null,
      direction text not null check (direction in ('in', 'out')),
      -- The visitor's own name for it, or the delivery's: written twice, it is kept once.
      own_id uuid not null,
      -- Who answers; null when the visitor speaks.
      author text,
      text text not null,
      at timestamptz not null,
      unique (thread_id, own_id),
      unique (channel_id, seq)
    );
    create index on visit_messages (thread_id, seq);
    create index on visit_messages (channel_id, at);

    -- How much came from an address in a while: a hash under the day's secret, gone within the hour.
    create table visit_marks (
      mark bytea not null,
      began_at timestamptz not null,
      count integer not null,
      primary key (mark, began_at)
    );
    create index on visit_marks (began_at);
  `.execute(db)
}
