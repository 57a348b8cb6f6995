import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Counts are looked at by five minutes and by two hours too, and those of worrying mentions apart.
    alter table alerts drop constraint alerts_scale_check;
    alter table alerts add constraint alerts_scale_check check (scale in ('minutes', 'hour', 'hours', 'day'));
    alter table alerts add column subject text not null default 'all' check (subject in ('all', 'worrying'));
    -- What is usual is told in another shape: learnt again from the mentions, by the next look.
    update query_watches set portrait = null, learnt_from = null, due_at = now();
  `.execute(db)
}
