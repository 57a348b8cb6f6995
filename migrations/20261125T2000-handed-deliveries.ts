import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table deliveries drop constraint deliveries_state_check;
    -- handed: its hour came, and a person was asked to put it up by hand. From planned; then published, cancelled, or
    -- planned again for another hour. Nothing was sent: it may still be edited or taken off.
    alter table deliveries add constraint deliveries_state_check
      check (state in ('planned', 'sending', 'handed', 'published', 'failed', 'unknown', 'cancelled'));
    create index on deliveries (company_id, due_at) where state = 'handed';

    -- What a person was handed, and said of it. Its delivery tells whether it is still to do.
    create table hand_tasks (
      delivery_id uuid primary key references deliveries on delete cascade,
      company_id uuid not null references companies on delete cascade,
      handed_at timestamptz not null,
      -- Steps that are done, by their place.
      ticked smallint[] not null default '{}',
      outcome text check (outcome in ('done', 'not-done')),
      reason text not null default '',
      proof_media_id uuid references media on delete set null,
      settled_at timestamptz,
      settled_by text
    );
    create index on hand_tasks (company_id, settled_at desc) where settled_at is not null;

    -- Who entered a figure by hand, and when; null for what a network told.
    alter table metric_facts
      add column entered_by text,
      add column entered_at timestamptz;

    -- People who came and went on one day, counted by a person: no running total, unlike metric_facts.
    create table day_visits (
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      day date not null,
      arrivals integer not null check (arrivals >= 0),
      departures integer check (departures >= 0),
      entered_by text not null,
      entered_at timestamptz not null,
      primary key (channel_id, day)
    );
    create index on day_visits (company_id, day);
  `.execute(db)
}
