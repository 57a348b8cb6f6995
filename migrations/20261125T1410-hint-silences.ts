import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Writing hints that a company never wants to hear again.
    create table hint_silences (
      company_id uuid not null references companies on delete cascade,
      kind text not null,
      by text not null,
      at timestamptz not null,
      primary key (company_id, kind)
    );
  `.execute(db)
}
