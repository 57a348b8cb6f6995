import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feed_subscriptions (
      id uuid primary key,
      -- Outlives its source, and its company, until it is ended at the hub.
      source_id uuid unique references sources on delete set null,
      hub text not null,
      topic text not null,
      token_hash text not null unique,
      sealed text not null,
      asked text check (asked in ('subscribe', 'unsubscribe')),
      asked_at timestamptz,
      asks integer not null default 0,
      confirmed_at timestamptz,
      live_since timestamptz,
      lease_until timestamptz,
      told_at timestamptz,
      denied text,
      next_at timestamptz not null
    );
    create index on feed_subscriptions (next_at);
  `.execute(db)
}
