import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- How long a company keeps the mentions nobody touched. A row is there once it keeps one, or has chosen.
    create table mention_keeping (
      company_id uuid primary key references companies on delete cascade,
      -- Null keeps them all.
      months integer check (months between 1 and 120),
      -- When those that are too old are erased next.
      due_at timestamptz,
      -- Of the erasure under way, and of the last one that found any.
      erasing integer not null default 0,
      erased integer not null default 0,
      erased_at timestamptz
    );
    create index on mention_keeping (due_at) where due_at is not null;
    -- Both are few among very many: without these, their first page is looked for among all that a company keeps.
    create index mentions_unseen on mentions (company_id, at desc, id desc) where not seen and not dismissed;
    create index mentions_dismissed on mentions (company_id, at desc, id desc) where dismissed;
    -- An upgrade erases nothing: who has mentions already keeps them all until somebody chooses.
    insert into mention_keeping (company_id, months)
      select id, null from companies where exists (select from mentions where company_id = companies.id);
  `.execute(db)
}
