import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Cumulative counts as the network last told them within the hour or the day (the company's day).
    create table metric_facts (
      company_id uuid not null references companies on delete cascade,
      subject text not null check (subject in ('delivery', 'channel')),
      subject_id uuid not null,
      channel_id uuid not null references channels on delete cascade,
      metric text not null,
      grain text not null check (grain in ('hour', 'day')),
      -- Start of the hour, or midnight of the company's day, as an instant.
      at timestamptz not null,
      value bigint not null,
      read_at timestamptz not null,
      primary key (company_id, subject, subject_id, metric, grain, at)
    );
    create index on metric_facts (company_id, grain, at);
    create table links (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      code text not null unique,
      target text not null,
      -- Deferred: a delivery's links are made before the text that holds them, and the delivery with it.
      delivery_id uuid references deliveries on delete set null deferrable initially deferred,
      channel_id uuid references channels on delete set null,
      campaign text,
      created_at timestamptz not null default now()
    );
    create index on links (company_id, created_at);
    create index on links (delivery_id);
    create table clicks (
      id bigint generated always as identity primary key,
      -- The link's company, written with it; its foreign key is the link's, checked once per click.
      company_id uuid not null,
      link_id uuid not null references links on delete cascade,
      at timestamptz not null,
      verdict text not null check (verdict in ('human', 'preview', 'bot', 'repeat')),
      reason text not null,
      -- The program that asked, in a word or two; never a person's user agent.
      agent text,
      -- Of people only. HMAC under a salt that lives one day: no address is kept, days cannot be joined.
      visitor text,
      referrer_host text
    );
    create index on clicks (company_id, at);
    create index on clicks (link_id, visitor, at);
    create table visitor_salts (
      day date primary key,
      salt bytea not null
    );
  `.execute(db)
}
