import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What the desk read in a mention when it kept it; null and empty for those kept before. What a person says of the
    -- opinion stands beside, and is what is shown.
    alter table mentions add column sentiment text
      check (sentiment in ('negative', 'neutral', 'positive', 'unsure'));
    alter table mentions add column sentiment_by_person text
      check (sentiment_by_person in ('negative', 'neutral', 'positive'));
    alter table mentions add column confidence real;
    alter table mentions add column intents text[] not null default '{}';
    alter table mentions add column risks text[] not null default '{}';
    alter table mentions add column deciding_words jsonb not null default '{}';
  `.execute(db)
}
