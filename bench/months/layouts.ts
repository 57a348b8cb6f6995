/** One way of laying mentions out, told by the statements that differ. `$1` is a company's number throughout. */
export interface Layout {
  create: string
  /** Once all is there. */
  index: string
  /** A bunch of new ones, of which one in ten is known: `$2` the bunch, `$3` how many. */
  insert: string
  /** A person marks one: `$2` its id. */
  mark: string
  /** Hits and mentions put together. */
  join: string
}

/** The oldest month, and how many months there are up to the present. */
export const FIRST = '2024-11-01'
export const MONTHS = 25

const columns = `
  id uuid not null, company int not null, canonical_url text not null, text text not null,
  sentiment text, seen boolean not null default false, dismissed boolean not null default false,
  at timestamptz not null`

/** A bunch of mentions as they come: written in the last hour, the tenth of them known already. */
const bunch = `
  select uuidv7() id, $1::int company,
    case when i % 10 = 0 then 'https://known.example/' || $1 || '/' || i
      else 'https://new.example/' || $1 || '/' || $2 || '/' || i end canonical_url,
    repeat('une chaise en chêne de l’atelier ', 6) text, 'neutral' sentiment,
    timestamptz '2026-11-25' + i * interval '1 second' as at
  from generate_series(1, $3::int) i where true`

export const plain: Layout = {
  create: `
    create table plain (${columns}, primary key (id));
    create table plain_hits (mention_id uuid not null, query int not null)`,
  index: `
    create unique index on plain (company, canonical_url);
    create index on plain (company, at desc, id desc);
    alter table plain_hits add primary key (mention_id, query);
    alter table plain_hits add foreign key (mention_id) references plain on delete cascade;
    create index on plain_hits (query)`,
  insert: `
    with kept as (
      insert into plain (id, company, canonical_url, text, sentiment, at) ${bunch}
      on conflict (company, canonical_url) do nothing returning id
    ) insert into plain_hits select id, $1 * 10 from kept`,
  mark: 'update plain set seen = true where company = $1 and id = $2',
  join: 'plain_hits h join plain m on m.id = h.mention_id',
}

const parts = (table: string) =>
  Array.from({ length: MONTHS }, (_, i) => {
    const from = `(date '${FIRST}' + interval '${i} months')`
    return `
      execute format('create table ${table}_%s partition of ${table} for values from (%L) to (%L)',
        ${i}, ${from}, ${from} + interval '1 month');`
  }).join('')

/** What says that nothing is there twice must stand apart: a unique index of a partitioned table holds the month. */
export const byMonth: Layout = {
  create: `
    create table by_month (${columns}) partition by range (at);
    create table by_month_hits (mention_id uuid not null, query int not null, at timestamptz not null)
      partition by range (at);
    do $$ begin ${parts('by_month')} ${parts('by_month_hits')} end $$;
    create table by_month_default partition of by_month default;
    create table by_month_hits_default partition of by_month_hits default;
    create table by_month_keys (company int not null, canonical_url text not null, id uuid not null,
      at timestamptz not null)`,
  index: `
    alter table by_month add primary key (id, at);
    create index on by_month (company, at desc, id desc);
    insert into by_month_keys select company, canonical_url, id, at from by_month;
    alter table by_month_keys add primary key (company, canonical_url);
    alter table by_month_hits add primary key (mention_id, query, at);
    alter table by_month_hits add foreign key (mention_id, at) references by_month (id, at) on delete cascade;
    create index on by_month_hits (query)`,
  insert: `
    with heard as materialized (${bunch}), fresh as (
      insert into by_month_keys (company, canonical_url, id, at)
      select company, canonical_url, id, at from heard where true on conflict do nothing returning id
    ), kept as (
      insert into by_month (id, company, canonical_url, text, sentiment, at)
      select id, company, canonical_url, text, sentiment, at from heard where id in (select id from fresh)
      returning id, at
    ) insert into by_month_hits select id, $1 * 10, at from kept`,
  mark: 'update by_month set seen = true where company = $1 and id = $2',
  join: 'by_month_hits h join by_month m on m.id = h.mention_id and m.at = h.at',
}
