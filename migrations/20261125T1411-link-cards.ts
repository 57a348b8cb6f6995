import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What was found behind a link when it was last looked at.
    create table link_cards (
      company_id uuid not null references companies on delete cascade,
      url text not null,
      read_at timestamptz not null,
      card jsonb,
      trouble text,
      primary key (company_id, url)
    );
  `.execute(db)
}
