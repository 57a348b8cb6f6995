import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Companies whose latest mentions are being read anew; see src/domain/listening/learning/reread.
    create table mention_rereadings (
      company_id uuid primary key references companies on delete cascade,
      due_at timestamptz not null,
      -- What was written before is left as it was read.
      since timestamptz not null,
      -- The last mention that was read anew, the latest being read first; null as long as none was.
      place_at timestamptz,
      place_id uuid
    );
    create index on mention_rereadings (due_at);

    -- Where a reading anew changed what it says: how it was read as it came (sentiment, intents, risks), which alerts go on
    -- counting, and whether somebody had seen it so.
    alter table mentions add column as_heard jsonb;
  `.execute(db)
}
