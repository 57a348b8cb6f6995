import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a company decided about publishing; without a row, the defaults.
    create table publishing_rules (
      company_id uuid primary key references companies on delete cascade,
      -- What is later than this when the desk comes to it waits for a person; 0: whatever is late.
      late_minutes integer not null check (late_minutes between 0 and 1440),
      -- How far back a new text is compared with what left before.
      duplicate_days integer not null check (duplicate_days between 0 and 365),
      updated_at timestamptz not null
    );
    -- Letters the desk writes by itself: one row per subject, so that each is sent once.
    create table desk_letters (
      company_id uuid not null references companies on delete cascade,
      -- 'waiting' or 'access'.
      kind text not null,
      -- What it is about, within its kind.
      about text not null,
      -- News are gathered until then, so that twelve late posts are one letter.
      due_at timestamptz not null,
      sent_at timestamptz,
      primary key (company_id, kind, about)
    );
    create index on desk_letters (due_at) where sent_at is null;

    -- Since when the access in use is; with its end, its length.
    alter table channels add column access_from timestamptz;

    alter table deliveries
      -- Why its hour was put off by the desk, and until when: { kind: 'quota', quota, until }.
      add column wait jsonb,
      -- The smallest hashes of the text's shingles: texts that share some are compared in full.
      add column marks integer[] not null default '{}';
    create index on deliveries (company_id) where state = 'planned' and 'ask' = any (holds);
    create index on deliveries using gin (marks);
    -- What each account has used of its quota in a window of time.
    create index on attempts (company_id, started_at);
  `.execute(db)
}
