import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Some networks only lend what people say there: it is forgotten so long after it was kept, and its row stays,
    -- or it would be kept again.
    alter table messages add column kept_at timestamptz not null default now();
    alter table messages add column forgotten_at timestamptz;
    create index messages_said on messages (channel_id, kept_at)
      where direction = 'in' and forgotten_at is null;
  `.execute(db)
}
