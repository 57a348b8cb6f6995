import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table posts
      -- Ids of the people and keys who wrote what it says: nobody approves what they wrote themselves.
      add column author_ids text[] not null default '{}',
      -- Not before: instant, zone and the wall time meant.
      add column embargo_at timestamptz,
      add column embargo_zone text,
      add column embargo_wall_time text;

    -- When a company asks for approval beyond the usual: the posts of everybody who may not publish alone.
    create table approval_rules (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      position smallint not null default 0,
      name text not null,
      -- Which posts: { channelIds, connectorIds, campaignIds }; all empty means all.
      scope jsonb not null,
      -- Roles whose posts it does not concern.
      exempt_roles text[] not null default '{}',
      -- [{ roles, members, emails, quorum, hoursBefore, ownPosts }], in order.
      steps jsonb not null,
      created_by text not null,
      created_at timestamptz not null default now()
    );
    create index on approval_rules (company_id, position);

    -- What a post waits for. The rules are frozen in it: a rule that changes later changes nothing asked before.
    create table approvals (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      post_id uuid not null references posts on delete cascade,
      state text not null default 'open'
        check (state in ('open', 'changes', 'approved', 'refused', 'withdrawn')),
      steps jsonb not null,
      -- What needs nobody: { channelId: hash of what it says }, for accounts that an edit did not touch.
      cleared jsonb not null default '{}',
      -- It was to leave at once: it leaves as soon as it is approved.
      asap boolean not null default false,
      -- Asked for by the desk itself, or by somebody who may publish alone.
      by_right boolean not null default false,
      requested_by text not null,
      requested_name text not null,
      requested_at timestamptz not null,
      -- Submitted again after this decision: what was asked until then is answered.
      resubmitted_after bigint not null default 0,
      closed_at timestamptz
    );
    -- One at a time: two people who press at once ask once.
    create unique index on approvals (post_id) where state in ('open', 'changes', 'approved');
    create index on approvals (post_id);
    create index on approvals (company_id, requested_at desc);

    -- Append-only. A decision holds for an account as long as the account says what was decided on.
    create table approval_decisions (
      -- In the order they were made, which no clock tells for sure.
      id bigint generated always as identity primary key,
      company_id uuid not null references companies on delete cascade,
      approval_id uuid not null references approvals on delete cascade,
      step smallint not null,
      by_kind text not null check (by_kind in ('member', 'guest')),
      -- Of a member the user's id, of a guest the e-mail address.
      by_id text not null,
      by_name text not null,
      decision text not null check (decision in ('approve', 'changes', 'refuse')),
      comment text not null default '',
      -- { channelId: hash of what was seen }
      hashes jsonb not null,
      at timestamptz not null
    );
    create index on approval_decisions (approval_id, id);

    -- Letters, written down before they leave, each once.
    create table approval_notices (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      approval_id uuid not null references approvals on delete cascade,
      kind text not null check (kind in ('asked', 'soon', 'passed', 'decided')),
      step smallint not null,
      -- A user's id, or an e-mail address.
      recipient text not null,
      -- What makes it another one: what was asked about, the deadline, the decision.
      about text not null,
      due_at timestamptz not null,
      tries smallint not null default 0,
      -- Set and committed before the letter leaves: whoever finds it set does not send it again.
      taken_at timestamptz,
      outcome text,
      unique (approval_id, kind, step, recipient, about)
    );
    create index on approval_notices (due_at) where taken_at is null;

    -- A door for somebody without an account: one post, a campaign or a month, until it expires.
    create table review_links (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      post_id uuid references posts on delete cascade,
      campaign_id uuid references campaigns on delete cascade,
      -- 2026-12, in the company's zone.
      month text,
      token_hash text not null unique,
      -- To show the address again to those who made it.
      token_sealed text not null,
      guest_name text not null default '',
      guest_email text,
      language text not null check (language in ('en', 'fr')),
      passcode_hash text,
      -- The post waits for what they say.
      waits boolean not null default false,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      seen_at timestamptz,
      created_by text not null,
      created_at timestamptz not null default now()
    );
    create index on review_links (company_id, created_at desc);
    create index on review_links (post_id);

    -- Requests and wrong passcodes by link and address, forgotten after an hour.
    create table review_knocks (
      key text not null,
      window_start timestamptz not null,
      count integer not null default 0,
      primary key (key, window_start)
    );

    create table post_comments (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      post_id uuid not null references posts on delete cascade,
      reply_to uuid references post_comments on delete cascade,
      -- Null: the shared text.
      channel_id uuid references channels on delete cascade,
      part smallint not null default 0,
      -- { start, quote, before, after } in UTF-16 units of the text it was written beside; null: about the whole.
      anchor jsonb,
      body text not null,
      by_kind text not null check (by_kind in ('member', 'key', 'guest')),
      by_id text not null,
      by_name text not null,
      created_at timestamptz not null,
      resolved_at timestamptz,
      resolved_by text
    );
    create index on post_comments (post_id, created_at);
  `.execute(db)
}
