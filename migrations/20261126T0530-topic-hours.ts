import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What was said by hour (UTC), packed; see src/domain/listening/topics/hours. Written anew with mention_hours.
    create table topic_hours (
      company_id uuid not null references companies on delete cascade,
      hour timestamptz not null,
      -- Changes whenever the hour is packed.
      version uuid not null,
      packed bytea not null,
      -- The terms of the hour, one a line, in the order in which packed numbers them.
      words text not null,
      primary key (company_id, hour)
    );
    -- What is packed is numbers that nothing compresses.
    alter table topic_hours alter column packed set storage external;

    -- Terms and authors are counted as well now.
    create or replace function count_hours_of_changed_mentions() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        insert into mention_hours_due (company_id, hour)
          select distinct company_id, date_trunc('hour', at, 'UTC') from gone
          where exists (select from companies where id = company_id);
      else
        insert into mention_hours_due (company_id, hour)
          select distinct fresh.company_id, date_trunc('hour', changed.at, 'UTC')
          from fresh join gone using (id), lateral (values (fresh.at), (gone.at)) changed (at)
          where (fresh.dismissed, fresh.sentiment, fresh.sentiment_by_person, fresh.source_id, fresh.at, fresh.terms,
              fresh.author->>'remoteId')
            is distinct from (gone.dismissed, gone.sentiment, gone.sentiment_by_person, gone.source_id, gone.at, gone.terms,
              gone.author->>'remoteId');
      end if;
      return null;
    end $$;
    insert into mention_hours_due (company_id, hour)
      select distinct company_id, date_trunc('hour', at, 'UTC') from mentions where at > now() - interval '37 days';

    -- In the order of reach, a page is read from here.
    create index mention_folds_by_reach on mention_folds (company_id, (coalesce(followers, -1)) desc, at desc, mention_id desc);
    drop index if exists mention_folds_company_id_idx;

    -- What a person said of an opinion, or of what it wants, keeps a mention (listening/keeping): few among very many.
    create index mentions_by_person on mentions (company_id, at) where sentiment_by_person is not null or wants_by_person;
  `.execute(db)
}
