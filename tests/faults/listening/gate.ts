import { sql } from 'kysely'
import { expect, onTestFinished, vi } from 'vitest'
import pg from 'pg'
import type { Database } from '#platform/db/database.ts'

/** Where whoever writes a certain row has to stop, in the middle of its transaction. */
export interface Gate {
  /** When somebody stands before it. */
  reached(): Promise<void>
  /** Opens it and takes it away, once those who stood there are gone with all they had written. */
  open(): Promise<void>
}

const KEY = 4711

/**
 * @param at `insert on mentions`
 * @param row which one, in SQL: `new.text like '%7'`; any, without it
 */
export async function gateAt(
  db: Database,
  databaseUrl: string,
  at: string,
  row = 'true',
): Promise<Gate> {
  const holder = new pg.Client({ connectionString: databaseUrl })
  // It may be ended with all the others.
  holder.on('error', () => {})
  await holder.connect()
  let isHeld = true
  const letGo = async () => {
    if (isHeld) await holder.end().catch(() => {})
    isHeld = false
  }
  const takeAway = () => sql`drop function if exists gate cascade`.execute(db)
  onTestFinished(async () => {
    await letGo()
    await takeAway()
  })
  await holder.query(`select pg_advisory_lock(${KEY})`)
  await sql
    .raw(`create function gate() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(${KEY});
        return coalesce(new, old);
      end $$;
      create trigger gate before ${at} for each row when (${row}) execute function gate()`)
    .execute(db)
  return {
    async reached() {
      await vi.waitFor(async () => expect(await somebodyStands(db)).toBe(true), {
        timeout: 30_000,
        interval: 20,
      })
    },
    async open() {
      await letGo()
      // Waits for the transactions that wrote there.
      await takeAway()
    },
  }
}

async function somebodyStands(db: Database): Promise<boolean> {
  const { rows } = await sql`
    select from pg_locks where locktype = 'advisory' and objid = ${KEY} and not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db)
  return rows.length > 0
}
