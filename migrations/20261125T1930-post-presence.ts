import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Who has a post open just now: said again every few seconds, worth nothing a minute later.
    create unlogged table post_presence (
      post_id uuid not null references posts on delete cascade,
      company_id uuid not null references companies on delete cascade,
      person_id text not null,
      name text not null,
      seen_at timestamptz not null,
      primary key (post_id, person_id)
    );
  `.execute(db)
}
