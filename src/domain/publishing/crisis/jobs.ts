import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import type { PublishingTables } from '../tables.ts'
import { carryThrough } from './carry-through.ts'

/** Finishes what a request that pressed or lifted a switch left undone because its process died. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: 'crisis',
      role: 'worker',
      nextDue: async () => ((await unfinished(desk)) ? desk.clock.now() : null),
      async runDue() {
        const id = await unfinished(desk)
        if (id) await carryThrough(desk, id)
        return id ? 1 : 0
      },
    },
  ]
}

async function unfinished(desk: Desk): Promise<string | undefined> {
  const row = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('crisisSwitches')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('appliedAt', 'is', null),
        eb.and([eb('liftedAt', 'is not', null), eb('releasedAt', 'is', null)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
