import { sql, type Kysely } from 'kysely'

/** The practice network. Nothing in these tables is the desk's: it reads them only as it reads any network. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sandbox_accounts (
      id uuid primary key,
      -- Which of the practice networks; a handle is taken once on each.
      flavour text not null,
      handle text not null,
      name text not null,
      about text not null default '',
      password_hash text not null,
      -- What its audience's chances are drawn from.
      seed text not null,
      pace text not null,
      -- What its audience mostly speaks.
      language text not null default 'fr' check (language in ('en', 'fr')),
      -- Whether Idempotency-Key is honoured, or the client must read back.
      honours_keys boolean not null default true,
      rate_max integer not null,
      rate_seconds integer not null,
      window_start timestamptz not null,
      window_count integer not null default 0,
      -- The practice company whose account it is, so that both are deleted together; null for any other.
      company_id uuid references companies on delete cascade,
      created_at timestamptz not null,
      unique (flavour, handle)
    );
    create index on sandbox_accounts (company_id);
    create table sandbox_tokens (
      token_hash text primary key,
      account_id uuid not null references sandbox_accounts on delete cascade,
      revoked boolean not null default false,
      created_at timestamptz not null
    );
    create index on sandbox_tokens (account_id);
    -- A follower counts from its instant on; those to come are already there.
    create table sandbox_followers (
      account_id uuid not null references sandbox_accounts on delete cascade,
      member_id integer not null,
      at timestamptz not null,
      primary key (account_id, member_id)
    );
    create index on sandbox_followers (account_id, at);
    create table sandbox_media (
      id uuid primary key,
      account_id uuid not null references sandbox_accounts on delete cascade,
      type text not null,
      width integer not null,
      height integer not null,
      bytes bytea not null,
      created_at timestamptz not null
    );
    create index on sandbox_media (account_id);
    -- Everything said: by an account (no member), by a member under it, or by a member about it.
    -- What lies in the future has been decided already and is not visible yet.
    create table sandbox_posts (
      id text primary key,
      sequence bigint generated always as identity,
      -- Null: talk of the town, about nobody in particular.
      account_id uuid references sandbox_accounts on delete cascade,
      member_id integer,
      root_id text,
      reply_to text,
      text text not null,
      language text,
      images jsonb not null default '[]',
      tone text,
      -- A member calls the account by its handle.
      calls boolean not null default false,
      -- Refuses a second post under the same key; null where keys are not honoured.
      honoured_key text,
      sent_key text,
      at timestamptz not null,
      deleted_at timestamptz,
      unique (account_id, honoured_key)
    );
    create index on sandbox_posts (account_id, at);
    create index on sandbox_posts (root_id, at);
    create index on sandbox_posts (at) where member_id is not null and root_id is null;
    create table sandbox_reactions (
      post_id text not null references sandbox_posts on delete cascade,
      kind text not null check (kind in ('like', 'reshare', 'click', 'follow')),
      member_id integer not null,
      via_member_id integer,
      at timestamptz not null,
      -- Of clicks: when the link was really asked for.
      done_at timestamptz,
      primary key (post_id, kind, member_id)
    );
    create index on sandbox_reactions (at) where kind = 'click' and done_at is null;
    create table sandbox_views (
      post_id text not null references sandbox_posts on delete cascade,
      at timestamptz not null,
      count integer not null,
      primary key (post_id, at)
    );
    -- Days (since 1970) whose talk about an account, or about none, has been written down.
    create table sandbox_talk_days (
      account_id uuid references sandbox_accounts on delete cascade,
      day integer not null,
      unique nulls not distinct (account_id, day)
    );
    -- Failures asked for. Counted ones are used up; the others strike with a probability, from a seed.
    create table sandbox_faults (
      id bigint generated always as identity primary key,
      account_id uuid not null references sandbox_accounts on delete cascade,
      kind text not null,
      operation text,
      ms integer,
      remaining integer,
      probability numeric,
      seed text not null,
      draws bigint not null default 0
    );
    create index on sandbox_faults (account_id);
  `.execute(db)
}
