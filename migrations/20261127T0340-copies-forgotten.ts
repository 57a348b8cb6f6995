import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What the network calls the post, by which it says later that its author deleted it; null of what was heard before.
    alter table heard_items add column remote_id text;
    alter table heard_terms add column remote_id text;
    create index on heard_items (company_id, remote_id);
    create index on heard_items (company_id, (author->>'remoteId'));
    create index on heard_terms (company_id, remote_id);
    create index on heard_terms (company_id, voice);
    -- Answers repeat what people wrote: they are kept for a day (platform/http/forget-answers.ts).
    create index on idempotency_keys (created_at);
  `.execute(db)
}
