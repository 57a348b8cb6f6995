import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Who wants the letters of an account, and how we know.
    create table subscribers (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      -- In small letters.
      address text not null,
      name text not null default '',
      state text not null default 'subscribed' check (state in ('subscribed', 'left', 'suspended')),
      consent_source text not null,
      consent_at timestamptz not null,
      added_by text not null,
      added_at timestamptz not null,
      -- When and how they left, or why nothing reaches them.
      ended_at timestamptz,
      ended_by text,
      -- In the address by which they leave.
      token text not null unique,
      unique (channel_id, address)
    );
    create index on subscribers (channel_id, state, address);

    -- A letter to a list; its id is that of the delivery.
    create table mailings (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      subject text not null,
      body text not null,
      language text,
      at timestamptz not null,
      -- When more of its letters leave; null once there are none.
      due_at timestamptz,
      lease_until timestamptz,
      lease_owner uuid,
      stopped_at timestamptz
    );
    create index on mailings (due_at) where due_at is not null;
    create index on mailings (channel_id, at desc);

    create table mailing_pictures (
      mailing_id uuid not null references mailings on delete cascade,
      position integer not null,
      type text not null,
      width integer not null,
      height integer not null,
      alt text not null,
      bytes bytea not null,
      primary key (mailing_id, position)
    );

    -- One letter for one person. 'leaving' is written before it is handed over: whoever finds it later knows that it
    -- may have left, and never sends it again.
    create table mailing_letters (
      id bigint generated always as identity primary key,
      mailing_id uuid not null references mailings on delete cascade,
      subscriber_id uuid references subscribers on delete set null,
      state text not null default 'waiting'
        check (state in ('waiting', 'leaving', 'sent', 'refused', 'unknown', 'dropped')),
      due_at timestamptz not null,
      tries integer not null default 0,
      at timestamptz,
      said text,
      unique (mailing_id, subscriber_id)
    );
    create index on mailing_letters (mailing_id, due_at) where state = 'waiting';
    create index on mailing_letters (subscriber_id);
  `.execute(db)
}
