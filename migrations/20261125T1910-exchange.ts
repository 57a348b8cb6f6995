import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A file as it was sent. What would be made of it is worked out anew each time it is looked at.
    create table imports (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      kind text not null check (kind in ('csv', 'ics')),
      file_name text not null,
      content text not null,
      choices jsonb not null,
      state text not null default 'preview' check (state in ('preview', 'done', 'undone')),
      -- Posts it made, once it has.
      post_ids uuid[] not null default '{}',
      created_by text not null,
      created_at timestamptz not null
    );
    create index on imports (company_id, created_at desc);
    -- Addresses by which a calendar program reads the plan.
    create table calendar_feeds (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      name text not null,
      token_hash text not null unique,
      channel_id uuid references channels on delete cascade,
      created_by text not null,
      created_by_id text not null,
      created_at timestamptz not null,
      last_read_at timestamptz
    );
    create index on calendar_feeds (company_id);
    -- Articles that become posts.
    create table feed_rules (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      name text not null,
      connector_id text not null,
      settings jsonb not null,
      channel_ids uuid[] not null,
      template text not null,
      language text not null,
      labels text[] not null default '{}',
      campaign_id uuid references campaigns on delete set null,
      -- What becomes of an article: a draft, or a post scheduled so many minutes later.
      mode text not null check (mode in ('draft', 'schedule')),
      delay_minutes integer not null default 0,
      -- At most so many posts in a day of the company, and never closer to each other than this.
      daily_max integer not null default 3,
      gap_minutes integer not null default 30,
      state text not null default 'on' check (state in ('on', 'paused')),
      cursor text,
      next_poll_at timestamptz not null,
      lease_until timestamptz,
      failures integer not null default 0,
      trouble jsonb,
      last_poll_at timestamptz,
      created_by text not null,
      created_by_id text not null,
      created_at timestamptz not null
    );
    create index on feed_rules (company_id);
    create index on feed_rules (next_poll_at) where state = 'on';
    -- One per article met: never two posts of one article, whatever the feed says again.
    create table feed_articles (
      rule_id uuid not null references feed_rules on delete cascade,
      company_id uuid not null references companies on delete cascade,
      article_id text not null,
      title text not null,
      url text not null,
      at timestamptz not null,
      -- 'waiting' for its turn in the day, 'made' a post, 'passed' over (there before the rule, or the rule says no).
      state text not null check (state in ('waiting', 'made', 'passed')),
      found jsonb not null,
      post_id uuid references posts on delete set null,
      trouble jsonb,
      met_at timestamptz not null,
      primary key (rule_id, article_id)
    );
    create index on feed_articles (rule_id, met_at desc);
    create index on posts (company_id, (origin ->> 'kind'), (origin ->> 'id')) where origin is not null;
  `.execute(db)
}
