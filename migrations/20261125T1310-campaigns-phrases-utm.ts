import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table campaigns
      -- The brief: what it is for, whom it speaks to, what it says, in which voice.
      add column objective text not null default '',
      add column audience text not null default '',
      add column message text not null default '',
      add column tone text not null default '',
      -- Days of the company's calendar (2026-12-01), both included; whether it runs is told by them alone. Text: a
      -- day has no zone, and the driver would give it one.
      add column starts_on text,
      add column ends_on text,
      add column budget numeric(14, 2) check (budget >= 0),
      add column currency text not null default 'EUR',
      add column channel_ids uuid[] not null default '{}',
      -- Its stamp on calendars: a drawn shape with a letter in it, told apart without colour.
      add column shape text not null default 'circle',
      add column letter text not null default '',
      -- Templates of the tags its links carry; a key that is absent is the company's.
      add column utm jsonb not null default '{}',
      add column archived_at timestamptz,
      add column updated_by text not null default '',
      add column updated_at timestamptz not null default now();

    create table campaign_costs (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      campaign_id uuid not null references campaigns on delete cascade,
      day text not null,
      what text not null,
      -- In the campaign's currency; what was paid back is negative.
      amount numeric(14, 2) not null,
      created_by text not null,
      created_at timestamptz not null default now()
    );
    create index on campaign_costs (campaign_id, day);

    -- What one writes again and again.
    create table phrases (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      kind text not null check (kind in ('hashtags', 'snippet', 'template')),
      name text not null,
      -- By language; one of them at least.
      texts jsonb not null,
      -- What a template asks for: [{ name, kind, label, default, choices }].
      variables jsonb not null default '[]',
      deleted_at timestamptz,
      created_by text not null,
      created_at timestamptz not null default now(),
      updated_by text not null,
      updated_at timestamptz not null default now()
    );
    create index on phrases (company_id, name) where deleted_at is null;

    -- Templates of the tags that links of a company carry; a key that is absent is the desk's own.
    create table utm_presets (
      company_id uuid primary key references companies on delete cascade,
      preset jsonb not null default '{}'
    );
  `.execute(db)
}
