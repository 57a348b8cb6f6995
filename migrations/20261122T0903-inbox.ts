import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contacts (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      name text not null,
      created_at timestamptz not null default now()
    );
    create index on contacts (company_id);
    create table identities (
      company_id uuid not null references companies on delete cascade,
      connector_id text not null,
      remote_id text not null,
      contact_id uuid not null references contacts on delete cascade,
      handle text not null,
      name text not null,
      avatar_url text,
      profile_url text,
      followers integer,
      primary key (company_id, connector_id, remote_id)
    );
    create index on identities (contact_id);
    create table conversations (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      thread_id text not null,
      kind text not null check (kind in ('comment', 'mention', 'message')),
      contact_id uuid not null references contacts on delete cascade,
      delivery_id uuid references deliveries on delete set null,
      state text not null default 'open' check (state in ('open', 'resolved')),
      assigned_to uuid references users on delete set null,
      opened_at timestamptz not null,
      last_inbound_at timestamptz not null,
      last_message_at timestamptz not null,
      first_reply_at timestamptz,
      resolved_at timestamptz,
      unread boolean not null default true,
      unique (channel_id, thread_id)
    );
    create index on conversations (company_id, state, last_message_at desc);
    create table messages (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      conversation_id uuid not null references conversations on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      direction text not null check (direction in ('in', 'out')),
      -- The network's id; for our replies, known once published.
      remote_id text,
      author_identity text,
      author_user text,
      text text not null,
      url text,
      at timestamptz not null,
      data jsonb,
      delivery_id uuid references deliveries on delete set null,
      unique (channel_id, remote_id)
    );
    create index on messages (conversation_id, at);
  `.execute(db)
}
