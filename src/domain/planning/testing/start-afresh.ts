import { sql } from 'kysely'
import type { Atelier } from '#domain/publishing/testing/open-atelier.ts'

/** Monday 23 November 2026, nine o'clock, and nothing planned: one desk serves many tests. */
export async function startAfresh({ clock, desk, board }: Atelier): Promise<void> {
  clock.set('2026-11-23T09:00:00+01:00')
  await sql`
    delete from recurrences;
    delete from evergreens;
    delete from slots;
    delete from deliveries;
    delete from posts;`.execute(desk.db)
  for (const told of [board.turns, board.readings, board.asked, board.pinned]) told.length = 0
}
