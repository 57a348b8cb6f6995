import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Where a company asks for help with its texts: an endpoint of its own choosing.
    create table assistants (
      company_id uuid primary key references companies on delete cascade,
      address text not null,
      model text not null,
      sealed_key text,
      updated_by text not null,
      updated_at timestamptz not null
    );
  `.execute(db)
}
