import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table deliveries drop constraint deliveries_kind_check;
    -- post: what the calendar shows. part: what follows it in a thread. comment: the first comment, last of its chain.
    -- reply: an answer from the inbox.
    alter table deliveries
      add constraint deliveries_kind_check check (kind in ('post', 'part', 'comment', 'reply')),
      -- What the connector wrote down before a request went on: the container of a network that wants two steps.
      add column kept jsonb;
    -- One worker at a time asks for new access to an account; given back by itself when it dies.
    alter table channels add column renewing_until timestamptz;
    -- The place of a comment moves with the length of the thread before it; that of a part is its name.
    drop index deliveries_post_id_channel_id_part_idx;
    create unique index on deliveries (post_id, channel_id, part) where kind in ('post', 'part');
    create unique index on deliveries (post_id, channel_id) where kind = 'comment';
    create index on deliveries (post_id) where post_id is not null;
  `.execute(db)
}
