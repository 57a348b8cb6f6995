import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A source that tells what is new as it comes, instead of being read again and again.
    alter table sources add column streamed boolean not null default false;
    -- Whoever listens, one at a time, while the lease lasts. In the same row as the lease: they are read and written as one.
    alter table sources add column holder uuid;
    create table source_streams (
      source_id uuid primary key references sources on delete cascade,
      live_since timestamptz,
      -- When the last of it happened by the network's clock, and when we heard it by ours.
      event_at timestamptz,
      heard_at timestamptz,
      per_minute integer not null default 0,
      skipped bigint not null default 0,
      -- Stretches of time that nobody will hear any more, the latest ones.
      missed jsonb not null default '[]',
      -- Until then it is read by asking: the other side streams to nobody.
      asks_until timestamptz
    );
    -- What its author deletes is looked for among the mentions.
    create index mentions_remote on mentions (company_id, connector_id, remote_id);
    create index mentions_author on mentions (company_id, connector_id, (author->>'remoteId'));
  `.execute(db)
}
