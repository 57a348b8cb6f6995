import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a query must and must not find, in its author's words: run at each edit.
    alter table saved_queries add column examples jsonb not null default '[]';

    create table query_judgements (
      company_id uuid not null references companies on delete cascade,
      query_id uuid not null references saved_queries on delete cascade,
      mention_id uuid not null references mentions on delete cascade,
      relevant boolean not null,
      judged_by text not null,
      judged_at timestamptz not null,
      primary key (query_id, mention_id)
    );
    create index on query_judgements (mention_id);

    -- The last things read, found or not, for queries to be tried on while they are written: a bounded number by
    -- company, gone with their source.
    create table heard_items (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      source_id uuid not null references sources on delete cascade,
      canonical_url text not null,
      connector_id text not null,
      source_name text not null,
      url text not null,
      author jsonb,
      title text,
      text text not null,
      language text,
      images integer,
      at timestamptz not null,
      heard_at timestamptz not null,
      unique (company_id, canonical_url)
    );
    create index on heard_items (company_id, heard_at desc, id desc);
    create index on heard_items (source_id);
  `.execute(db)
}
