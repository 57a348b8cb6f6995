import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'

/** A write as a gate can stand before it: where, and before which row. */
export interface Write {
  what: string
  at: string
  row: string
}

/**
 * Writes down which tables are written to while something is done, in the order of their first writes.
 * @param telling writes by which a transaction belongs to what is done: those of others are left out
 */
export async function writesOf(
  db: Database,
  telling: readonly string[],
  work: () => Promise<void>,
): Promise<Write[]> {
  await sql
    .raw(`
    create schema trace;
    create table trace.writes (
      id serial, at text, event text, transaction text default pg_current_xact_id()::text
    );
    create function trace.note() returns trigger language plpgsql as $$
      begin
        insert into trace.writes (at, event) values (
          lower(tg_op) || ' on ' || tg_table_name,
          case when tg_table_name = 'events' then to_jsonb(coalesce(new, old))->>'name' end
        );
        return null;
      end $$;
    do $$ declare named text; begin
      for named in select table_name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'
      loop
        execute format('create trigger trace after insert or update or delete on %I for each row
          execute function trace.note()', named);
      end loop;
    end $$`)
    .execute(db)
  try {
    await work()
    const { rows } = await sql<{ at: string; event: string | null }>`
      select at, event from trace.writes
      where transaction in (
        select transaction from trace.writes where concat_ws(': ', at, event) = any(${telling})
      )
      group by at, event order by min(id)`.execute(db)
    return rows.map(({ at, event }) => ({
      what: event ? `${at}: ${event}` : at,
      at,
      row: rowOf(at, event),
    }))
  } finally {
    await sql`drop schema trace cascade`.execute(db)
  }
}

/** What is written to as well when a source is claimed and while it is held: by these it moves with what was heard. */
const MOVES: Record<string, string> = {
  'update on sources': 'new.cursor is distinct from old.cursor',
  'update on source_streams': 'new.heard_at is distinct from old.heard_at',
}

function rowOf(at: string, event: string | null): string {
  if (event) return `${at.startsWith('insert') ? 'new' : 'old'}.name = '${event}'`
  return MOVES[at] ?? 'true'
}
