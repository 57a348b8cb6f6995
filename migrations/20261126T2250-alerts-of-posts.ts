import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Risks of which a single post is told.
    alter table alert_settings add column risks text[] not null default '{leak,impostor,threat}';
    -- An alert of posts that carry a risk counts them alone: it has no stretch, and one is enough.
    alter table alerts add column risk text;
    alter table alerts alter column scale drop not null;
    alter table alerts drop constraint alerts_subject_check;
    alter table alerts add constraint alerts_subject_check check (subject in ('all', 'worrying', 'post'));
    alter table alerts add constraint alerts_post_check
      check ((subject = 'post') = (risk is not null) and (subject = 'post') = (scale is null));
    drop index alerts_query_id_idx;
    create unique index alerts_of_queries on alerts (query_id) where ended_at is null and risk is null;
    create unique index alerts_of_posts on alerts (company_id, risk) where ended_at is null and risk is not null;
  `.execute(db)
}
