import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Where each mention stands among those that say the same (listening/mentions/folds). A fold bears the id of its
    -- first mention. No foreign key on mentions: what outlives a mention is never read without it.
    create table mention_folds (
      mention_id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      fold_id uuid not null,
      how text not null check (how in ('first', 'alike', 'reshare')),
      -- Of the mention, as it was written.
      at timestamptz not null,
      -- connector:author; null when nobody is known.
      author_key text,
      -- As the network said when the mention was found; null where it did not.
      followers bigint,
      -- How often the network said that it had been reshared by then.
      reshares bigint
    );
    create index on mention_folds (fold_id, at, mention_id);
    create index on mention_folds (company_id);
    insert into mention_folds (mention_id, company_id, fold_id, how, at, author_key, followers)
      select id, company_id, id, 'first', at,
        connector_id || ':' || nullif(author->>'remoteId', ''),
        case when jsonb_typeof(author->'followers') = 'number' then (author->>'followers')::numeric::bigint end
      from mentions;

    -- By what a later copy finds the first of its fold: kept for 30 days.
    create table fold_signatures (
      fold_id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      kept_at timestamptz not null,
      -- The hash of each band of the signature, mixed with the company.
      bands integer[] not null,
      signature bytea not null
    );
    -- Without a list of pending entries: each look would read through it.
    create index on fold_signatures using gin (bands) with (fastupdate = off);
    create index on fold_signatures (company_id, kept_at);
  `.execute(db)
}
