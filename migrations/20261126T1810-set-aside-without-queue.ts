import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table parked_posts
      -- What makes it the same post of the same source, which is set aside once; null when it came through the queue.
      add column identity text,
      -- Somebody asked that it be tried again.
      add column again boolean not null default false;
    create unique index on parked_posts (source_id, identity);
    create index on parked_posts (id) where again;
  `.execute(db)
}
