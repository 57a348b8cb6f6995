import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What was heard on a day that is over, packed as mentions are by hour; see src/domain/listening/topics/hours. Written
    -- by whoever reads it first.
    create table heard_days (
      company_id uuid not null references companies on delete cascade,
      day date not null,
      -- Of the rows it was packed from: it stands for no others.
      version text not null,
      packed bytea not null,
      -- The terms of the day, one a line, in the order in which packed numbers them; addresses of its posts.
      words text not null,
      addresses text not null,
      primary key (company_id, day)
    );
    -- What is packed is numbers that nothing compresses.
    alter table heard_days alter column packed set storage external;

    -- What is deleted leaves what is packed with it. Whoever packs holds the same lock, and looks at the rows once more.
    create function forget_heard_days() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('heard-days:' || company_id, 0))
        from (select distinct company_id from gone order by company_id) named;
      delete from heard_days using gone where heard_days.company_id = gone.company_id and heard_days.day = gone.day;
      return null;
    end $$;
    create trigger forget_heard_days_deleted after delete on heard_terms
      referencing old table as gone for each statement execute function forget_heard_days();
    create trigger forget_heard_days_updated after update on heard_terms
      referencing old table as gone for each statement execute function forget_heard_days();
  `.execute(db)
}
