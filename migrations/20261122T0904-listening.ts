import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sources (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      connector_id text not null,
      channel_id uuid references channels on delete cascade,
      name text not null,
      settings jsonb not null default '{}',
      cursor text,
      next_poll_at timestamptz not null default now(),
      lease_until timestamptz,
      last_poll_at timestamptz,
      last_item_at timestamptz,
      items_read bigint not null default 0,
      failures integer not null default 0,
      -- What is wrong, in both languages, and since when.
      trouble jsonb,
      -- A new query asks each source to be read once more from its beginning: as many times as it was asked.
      look_back_wanted integer not null default 0,
      look_back_done integer not null default 0,
      paused boolean not null default false,
      created_at timestamptz not null default now()
    );
    create index on sources (next_poll_at) where not paused;
    create index on sources (company_id);
    create table saved_queries (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      name text not null,
      expression text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index on saved_queries (company_id);
    create table mentions (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      source_id uuid references sources on delete set null,
      connector_id text not null,
      remote_id text not null,
      url text not null,
      canonical_url text not null,
      author jsonb,
      title text,
      text text not null,
      language text,
      at timestamptz not null,
      found_at timestamptz not null default now(),
      seen boolean not null default false,
      dismissed boolean not null default false,
      unique (company_id, canonical_url)
    );
    create index on mentions (company_id, at desc, id desc);
    create index on mentions (source_id);
    create table mention_hits (
      company_id uuid not null references companies on delete cascade,
      mention_id uuid not null references mentions on delete cascade,
      query_id uuid not null references saved_queries on delete cascade,
      primary key (mention_id, query_id)
    );
    create index on mention_hits (query_id);
  `.execute(db)
}
