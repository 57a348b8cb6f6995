import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a company's corrections of opinions have taught; see src/domain/listening/learning.
    create table learnt_opinions (
      company_id uuid primary key references companies on delete cascade,
      -- When it is to be learnt anew.
      due_at timestamptz not null,
      learnt_at timestamptz,
      -- By language, what is added to the model; only where it was worth it.
      learnt jsonb not null default '{}',
      -- By language, how the corrections fared in a trial.
      trials jsonb not null default '[]'
    );
    create index on learnt_opinions (due_at);
    -- Whoever corrected before this was there has taught it as well.
    insert into learnt_opinions (company_id, due_at)
      select distinct company_id, now() from mentions where sentiment_by_person is not null;
  `.execute(db)
}
