import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a network counts of the poll of a post that left.
    create table poll_readings (
      delivery_id uuid primary key references deliveries on delete cascade,
      company_id uuid not null references companies on delete cascade,
      -- [{ label, votes }] in the order of the poll; null until the network has told.
      choices jsonb,
      closes_at timestamptz,
      -- The network told its last word, or has none: nothing more is asked.
      over boolean not null default false,
      read_at timestamptz,
      next_read_at timestamptz not null
    );
    create index on poll_readings (next_read_at) where not over;
    create index on deliveries (published_at) where state = 'published' and content ? 'poll';
    alter table duels add column counted jsonb;
  `.execute(db)
}
