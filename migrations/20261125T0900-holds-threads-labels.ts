import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What belongs together: a launch, a season, a sale.
    create table campaigns (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      name text not null,
      created_by text not null,
      created_at timestamptz not null default now()
    );
    create index on campaigns (company_id, created_at desc);

    alter table posts
      -- What follows the first part, in order: [{ text, mediaIds }].
      add column thread jsonb not null default '[]',
      -- Said under the post by ourselves, as soon as it has left.
      add column first_comment text not null default '',
      -- { choices, minutes, multiple }, for the networks that have polls.
      add column poll jsonb,
      add column labels text[] not null default '{}',
      add column about text check (about in ('us', 'customer')),
      add column campaign_id uuid references campaigns on delete set null,
      -- What made it, when no person did: { kind, id }.
      add column origin jsonb;
    create index on posts (campaign_id) where campaign_id is not null;

    -- Null: as the post.
    alter table variants
      add column thread jsonb,
      add column first_comment text;

    alter table deliveries
      -- Why it may not leave although its hour comes: 'approval', 'crisis', 'ask' (a person must say what to do).
      -- Nothing leaves while one is there.
      add column holds text[] not null default '{}',
      -- Place in a thread: the first post is 0; each part leaves once the one before it is published.
      add column part smallint not null default 0,
      add column after_id uuid references deliveries on delete cascade;
    drop index deliveries_channel_id_due_at_idx;
    create index on deliveries (channel_id, due_at) where state in ('planned', 'sending') and holds = '{}';
    drop index deliveries_post_id_channel_id_idx;
    create unique index on deliveries (post_id, channel_id, part) where post_id is not null;
    create index on deliveries (after_id) where after_id is not null;

    -- Whoever could write could publish: keys made before keep what they could do.
    update api_keys set scopes = array_append(scopes, 'posts:publish')
      where 'posts:write' = any (scopes) and not 'posts:publish' = any (scopes);
  `.execute(db)
}
