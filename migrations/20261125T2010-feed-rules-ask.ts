import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What becomes of an article: a draft, a scheduled post, or one that is scheduled and waits for approval.
    alter table feed_rules drop constraint feed_rules_mode_check;
    alter table feed_rules add constraint feed_rules_mode_check
      check (mode in ('draft', 'schedule', 'approval'));
    -- Whether whoever set it up could publish alone; else what it schedules waits for approval too.
    alter table feed_rules add column may_publish boolean not null default true;
    update feed_rules rule set may_publish = false from memberships member
      where member.user_id::text = rule.created_by_id and member.company_id = rule.company_id
        and member.role = 'contributor';
  `.execute(db)
}
