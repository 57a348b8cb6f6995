import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A post that comes again by a rule of RFC 5545, with an end.
    create table recurrences (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      state text not null default 'on' check (state in ('on', 'off')),
      -- What each occurrence says: a draft, and texts taken in turn instead of its own.
      template jsonb not null,
      texts text[] not null default '{}',
      rule text not null,
      -- First wall time asked for, and its zone: a change of daylight saving keeps the wall time.
      wall_time text not null,
      time_zone text not null,
      -- The series it was cut from by "this one and the following".
      follows_id uuid references recurrences on delete set null,
      author_id text not null,
      author_name text not null,
      -- Whether what its author schedules leaves without anybody's approval.
      may_publish boolean not null,
      -- When the desk must look at it next; null when nothing is to come.
      look_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index on recurrences (company_id, created_at desc);
    create index on recurrences (look_at) where look_at is not null;
    -- Every time of a series, from its beginning: one row, hence one post, each.
    create table occurrences (
      recurrence_id uuid not null references recurrences on delete cascade,
      -- As the rule gave it; the post made of it may be moved.
      wall_time text not null,
      company_id uuid not null references companies on delete cascade,
      at timestamptz not null,
      -- Its place in the series, which decides whose turn a text is.
      position integer not null,
      -- waiting -> made -> past; waiting -> skipped (by a person), missed (the desk was off), refused (see reason).
      state text not null default 'waiting'
        check (state in ('waiting', 'made', 'past', 'skipped', 'missed', 'refused')),
      post_id uuid unique references posts on delete set null,
      -- The post's version as the desk made it: a later one was changed by a person, and is left alone.
      made_version integer,
      reason jsonb,
      primary key (recurrence_id, wall_time)
    );
    create index on occurrences (recurrence_id, at);

    -- Hours of the week at which an account publishes, on the company's wall.
    create table slots (
      company_id uuid not null references companies on delete cascade,
      channel_id uuid not null references channels on delete cascade,
      -- 1 is Monday.
      weekday smallint not null check (weekday between 1 and 7),
      time text not null,
      -- Filled from the shelf when nobody has taken it.
      evergreen boolean not null default false,
      primary key (channel_id, weekday, time)
    );
    create index on slots (company_id);

    -- The shelf: posts that stay true, put into free slots again and again.
    create table evergreens (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      state text not null default 'on' check (state in ('on', 'off')),
      template jsonb not null,
      every_weeks smallint not null check (every_weeks between 1 and 104),
      -- Last day on which it may leave, 2026-12-31; null: until it is taken off the shelf.
      until text,
      author_id text not null,
      author_name text not null,
      may_publish boolean not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index on evergreens (company_id);
    create table evergreen_turns (
      evergreen_id uuid not null references evergreens on delete cascade,
      wall_time text not null,
      company_id uuid not null references companies on delete cascade,
      at timestamptz not null,
      post_id uuid unique references posts on delete set null,
      primary key (evergreen_id, wall_time)
    );
    -- When the desk looks next for free slots of a company's shelf.
    create table shelf_looks (
      company_id uuid primary key references companies on delete cascade,
      look_at timestamptz not null
    );
    create index on shelf_looks (look_at);
  `.execute(db)
}
