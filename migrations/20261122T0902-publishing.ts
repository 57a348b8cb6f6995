import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Pictures as they were cleaned on arrival; the bytes are in files, by their hash.
    create table media (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      sha256 text not null,
      type text not null,
      bytes integer not null,
      width integer not null,
      height integer not null,
      animated boolean not null default false,
      alt text not null default '',
      file_name text not null,
      created_by text not null,
      created_at timestamptz not null default now(),
      unique (company_id, sha256)
    );
    create index on media (sha256);
    create index on media (company_id, created_at desc);
    -- What was made of a picture for a screen or a network. Lost rows are made again.
    create table renditions (
      company_id uuid not null references companies on delete cascade,
      source_sha256 text not null,
      recipe text not null,
      sha256 text not null,
      type text not null,
      width integer not null,
      height integer not null,
      created_at timestamptz not null default now(),
      primary key (company_id, source_sha256, recipe)
    );
    create index on renditions (sha256);
    create table posts (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      -- How far a scheduled post has come is told by its deliveries alone.
      state text not null default 'draft' check (state in ('draft', 'scheduled', 'cancelled')),
      text text not null default '',
      language text check (language in ('en', 'fr')),
      media_ids uuid[] not null default '{}',
      -- Instant, zone and the wall time meant: a change of daylight saving keeps the wall time.
      scheduled_at timestamptz,
      time_zone text,
      wall_time text,
      track_links boolean not null default true,
      campaign text,
      version integer not null default 1,
      created_by text not null,
      created_at timestamptz not null default now(),
      updated_by text not null,
      updated_at timestamptz not null default now()
    );
    create index on posts (company_id, scheduled_at);
    create index on posts (company_id, updated_at desc);
    -- One per account the post goes to; null text or media means "as the post".
    create table variants (
      post_id uuid not null references posts on delete cascade,
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      position smallint not null default 0,
      text text,
      media_ids uuid[],
      options jsonb not null default '{}',
      primary key (post_id, channel_id)
    );
    create index on variants (channel_id);
    -- The ledger. One row per thing that must leave by one account: a variant of a post, or a reply.
    create table deliveries (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      post_id uuid references posts on delete set null,
      kind text not null check (kind in ('post', 'reply')),
      -- planned -> sending -> published | failed | unknown; cancelled from planned, failed or unknown.
      state text not null default 'planned'
        check (state in ('planned', 'sending', 'published', 'failed', 'unknown', 'cancelled')),
      -- What leaves, frozen when planned: text after links, media ids with alt, options, reply target.
      content jsonb not null,
      content_hash text not null,
      planned_at timestamptz not null,
      due_at timestamptz not null,
      -- After this the desk stops trying by itself and tells the person.
      give_up_at timestamptz not null,
      -- Requests to publish since a person last asked for it, and readings back since the last of those.
      tries integer not null default 0,
      checks integer not null default 0,
      lease_until timestamptz,
      -- New with every claim: who holds another one lost the row.
      lease_owner uuid,
      -- Set before a request leaves, cleared when its outcome is known: a set flag means "read back first".
      must_confirm boolean not null default false,
      -- Until then a request may still be under way: not finding the post on the network proves nothing yet.
      doubt_until timestamptz,
      remote_id text,
      remote_url text,
      remote_data jsonb,
      published_at timestamptz,
      failure jsonb,
      created_by text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index on deliveries (channel_id, due_at) where state in ('planned', 'sending');
    create index on deliveries (company_id, due_at);
    -- However often one clicks, a post leaves once by each account.
    create unique index on deliveries (post_id, channel_id) where post_id is not null;
    create index on deliveries (channel_id, remote_id);
    -- One row per request to a network, written before it leaves.
    create table attempts (
      id bigint generated always as identity primary key,
      company_id uuid not null references companies on delete cascade,
      delivery_id uuid not null references deliveries on delete cascade,
      action text not null check (action in ('publish', 'confirm', 'remove')),
      content_hash text not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      outcome text check (outcome in ('accepted', 'confirmed', 'absent', 'auth', 'rate', 'rejected', 'transient', 'unknown')),
      detail jsonb not null default '{}'
    );
    create index on attempts (delivery_id, id);
  `.execute(db)
}
