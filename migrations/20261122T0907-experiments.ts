import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table experiments (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      name text not null,
      hypothesis text not null,
      -- Chosen beforehand and never changed afterwards.
      figure text not null check (figure in ('clicks', 'engagement')),
      exposure text not null check (exposure in ('views', 'followers', 'posts')),
      -- Each post is counted during its own first hours, so that old and new ones compare.
      window_hours integer not null check (window_hours between 1 and 720),
      minimum_effect numeric not null,
      certainty numeric not null,
      planned_events integer not null check (planned_events > 0),
      state text not null default 'running' check (state in ('running', 'concluded')),
      finding jsonb,
      started_at timestamptz not null default now(),
      concluded_at timestamptz
    );
    create index on experiments (company_id, started_at);
    create table experiment_arms (
      experiment_id uuid not null references experiments on delete cascade,
      company_id uuid not null references companies on delete cascade,
      arm text not null check (arm in ('A', 'B')),
      post_id uuid not null references posts on delete cascade,
      primary key (experiment_id, post_id)
    );
  `.execute(db)
}
