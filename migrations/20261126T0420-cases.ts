import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Somebody who looks for what we sell (lead), or a complaint or risk (case).
    create table cases (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      kind text not null check (kind in ('lead', 'case')),
      -- Null: called after the first mention it holds, of which nothing is copied.
      title text,
      state text not null default 'open' check (state in ('open', 'won', 'lost', 'closed')),
      assigned_to uuid references users on delete set null,
      due_on date,
      -- The account behind it, as the first mention showed it.
      person jsonb,
      alert_id uuid references alerts on delete set null,
      version integer not null default 1,
      opened_by text not null,
      opened_at timestamptz not null,
      changed_by text not null,
      changed_at timestamptz not null,
      check (state = 'open' or (kind = 'lead' and state in ('won', 'lost')) or (kind = 'case' and state = 'closed'))
    );
    create index on cases (company_id, opened_at desc, id desc);
    create index on cases (assigned_to) where assigned_to is not null;
    create unique index on cases (alert_id) where alert_id is not null;

    create table case_mentions (
      case_id uuid not null references cases on delete cascade,
      mention_id uuid not null,
      company_id uuid not null references companies on delete cascade,
      added_at timestamptz not null,
      primary key (case_id, mention_id)
    );
    create index on case_mentions (company_id, mention_id);

    create table case_notes (
      id uuid primary key,
      case_id uuid not null references cases on delete cascade,
      company_id uuid not null references companies on delete cascade,
      written_by text not null,
      written_at timestamptz not null,
      text text not null
    );
    create index on case_notes (case_id, written_at);
    create index on case_notes (company_id);

    -- Mentions that another part of the desk needs: listening keeps them however old (listening/keeping).
    create table held_mentions (
      mention_id uuid primary key references mentions on delete cascade,
      company_id uuid not null references companies on delete cascade
    );
    create index on held_mentions (company_id);
  `.execute(db)
}
