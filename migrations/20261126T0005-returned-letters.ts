import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What came back of letters after they were taken, as the mailbox told it: each message counts once.
    create table returned_letters (
      channel_id uuid not null references channels on delete cascade,
      key text not null,
      subscriber_id uuid not null references subscribers on delete cascade,
      kind text not null check (kind in ('gone', 'later', 'complaint', 'leaves')),
      -- Of the letter, without its domain.
      message_id text not null,
      said text not null,
      at timestamptz not null,
      primary key (channel_id, key)
    );
    create index on returned_letters (subscriber_id);
  `.execute(db)
}
