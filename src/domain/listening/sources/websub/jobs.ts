import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { askNextHub, nextHub } from './ask-hub.ts'
import { HUBS_WORK } from './model.ts'

/** A slow hub does not make the others wait. */
const AT_ONCE = 4

/** Asks hubs to tell us, again before their leases end, and to stop. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: HUBS_WORK,
      role: 'listener',
      nextDue: () => nextHub(desk.db),
      async runDue() {
        const asked = await Promise.all(Array.from({ length: AT_ONCE }, () => askNextHub(desk)))
        return asked.filter(Boolean).length
      },
    },
  ]
}
