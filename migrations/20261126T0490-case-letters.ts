import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Letters to whoever a lead or a case was given to (src/domain/cases).
    create table case_letters (
      id uuid primary key,
      case_id uuid not null references cases on delete cascade,
      company_id uuid not null references companies on delete cascade,
      user_id uuid not null references users on delete cascade,
      -- The name of the person or the program that gave it.
      given_by text not null,
      due_at timestamptz not null,
      taken_at timestamptz,
      tries integer not null default 0,
      outcome text
    );
    create index on case_letters (due_at) where taken_at is null;
    create index on case_letters (case_id);
  `.execute(db)
}
