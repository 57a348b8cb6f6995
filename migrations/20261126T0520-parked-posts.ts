import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What came through the queue and could not be kept, set aside with the reason.
    create table parked_posts (
      id uuid primary key,
      -- Null when it could not be read, or is of no company here.
      company_id uuid references companies on delete cascade,
      -- No foreign key: it may have been removed meanwhile.
      source_id uuid,
      -- The message as it came, byte for byte.
      message bytea not null,
      -- The sentence, in each language.
      reason jsonb not null,
      -- How often it had been handed out.
      times integer not null,
      parked_at timestamptz not null
    );
    create index on parked_posts (company_id, source_id);
    create index on parked_posts (parked_at);
  `.execute(db)
}
