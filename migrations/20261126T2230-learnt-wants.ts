import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Corrections of intents and risks teach as well: what is learnt of opinions stands beside what is learnt of them.
    update learnt_opinions set learnt = jsonb_build_object('opinions', learnt);
    -- By intent and risk, how the corrections fared in a trial.
    alter table learnt_opinions add column want_trials jsonb not null default '[]';
    insert into learnt_opinions (company_id, due_at)
      select distinct company_id, now() from mentions where wants_by_person
      on conflict (company_id) do update set due_at = excluded.due_at;
  `.execute(db)
}
