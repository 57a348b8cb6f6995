import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Mentions counted by hour (UTC), query and source; see src/domain/listening/overview.
    create table mention_hours (
      company_id uuid not null references companies on delete cascade,
      -- Null counts each mention once, whichever queries found it.
      query_id uuid,
      -- Null once its source was removed.
      source_id uuid,
      hour timestamptz not null,
      negative integer not null,
      neutral integer not null,
      positive integer not null,
      unsure integer not null,
      -- Kept before the desk could read an opinion.
      unread integer not null,
      -- Of those above, how many a person said.
      by_person integer not null
    );
    create index on mention_hours (company_id, query_id, hour);
    create index on mention_hours (company_id, hour);

    -- Hours whose counts are no longer true: written with whatever made them so, and only ever added to by it.
    create table mention_hours_due (
      id bigint generated always as identity primary key,
      company_id uuid not null,
      hour timestamptz not null
    );
    create index on mention_hours_due (company_id);
    insert into mention_hours_due (company_id, hour)
      select distinct company_id, date_trunc('hour', at, 'UTC') from mentions;

    -- Which query is us, and which are rivals.
    create table compared_queries (
      company_id uuid not null references companies on delete cascade,
      query_id uuid not null references saved_queries on delete cascade,
      ours boolean not null,
      primary key (company_id, query_id)
    );
    create unique index on compared_queries (company_id) where ours;

    -- A company that is going has nothing left to count.
    create function count_hours_of_changed_mentions() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        insert into mention_hours_due (company_id, hour)
          select distinct company_id, date_trunc('hour', at, 'UTC') from gone
          where exists (select from companies where id = company_id);
      else
        insert into mention_hours_due (company_id, hour)
          select distinct fresh.company_id, date_trunc('hour', changed.at, 'UTC')
          from fresh join gone using (id), lateral (values (fresh.at), (gone.at)) changed (at)
          where (fresh.dismissed, fresh.sentiment, fresh.sentiment_by_person, fresh.source_id, fresh.at)
            is distinct from (gone.dismissed, gone.sentiment, gone.sentiment_by_person, gone.source_id, gone.at);
      end if;
      return null;
    end $$;
    create trigger count_hours_updated after update on mentions
      referencing old table as gone new table as fresh
      for each statement execute function count_hours_of_changed_mentions();
    create trigger count_hours_deleted after delete on mentions
      referencing old table as gone
      for each statement execute function count_hours_of_changed_mentions();

    -- Hits and judgements: what found a mention, and what people say of it.
    create function count_hours_of_mentions_named() returns trigger language plpgsql as $$
    begin
      insert into mention_hours_due (company_id, hour)
        select distinct mentions.company_id, date_trunc('hour', mentions.at, 'UTC')
        from named join mentions on mentions.id = named.mention_id
        where exists (select from companies where id = mentions.company_id);
      return null;
    end $$;
    create trigger count_hours_inserted after insert on mention_hits
      referencing new table as named
      for each statement execute function count_hours_of_mentions_named();
    create trigger count_hours_deleted after delete on mention_hits
      referencing old table as named
      for each statement execute function count_hours_of_mentions_named();
    create trigger count_hours_inserted after insert on query_judgements
      referencing new table as named
      for each statement execute function count_hours_of_mentions_named();
    create trigger count_hours_updated after update on query_judgements
      referencing new table as named
      for each statement execute function count_hours_of_mentions_named();
    create trigger count_hours_deleted after delete on query_judgements
      referencing old table as named
      for each statement execute function count_hours_of_mentions_named();
  `.execute(db)
}
