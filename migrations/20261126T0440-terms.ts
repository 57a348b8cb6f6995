import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a mention speaks of (listening/signals/terms); null as long as nobody has read it.
    alter table mentions add column terms text[];
    create index mentions_unread_terms on mentions (at) where terms is null;

    -- What posts that no query found speak of: a sample by day, for as long as a week is compared to others.
    create table heard_terms (
      company_id uuid not null references companies on delete cascade,
      canonical_url text not null,
      source_id uuid,
      at timestamptz not null,
      -- The day (UTC) it was written, and its rank in the sample of that day: the lowest stay.
      day date not null,
      rank integer not null,
      -- Who speaks: an author, or a source where no author is known.
      voice text not null,
      author text,
      source_name text not null,
      url text not null,
      excerpt text not null,
      terms text[] not null,
      primary key (company_id, canonical_url)
    );
    create index on heard_terms (company_id, day, rank);
  `.execute(db)
}
