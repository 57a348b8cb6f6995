import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Who wrote what is said in a period is counted from here, and no mention is read for it (listening/overview).
    create index mention_folds_by_time on mention_folds (company_id, at) include (author_key, followers, mention_id);
    -- Those whose author no key tells, few where any are.
    create index mentions_by_keyless on mentions (company_id, at)
      where author is not null and coalesce(author->>'remoteId', '') = '';
    -- What a query found, without a look at each hit.
    create index mention_hits_by_query on mention_hits (query_id, mention_id);
    drop index mention_hits_query_id_idx;
  `.execute(db)
}
