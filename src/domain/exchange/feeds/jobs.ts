import type { Desk } from '#domain/desk.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { makeNextPost, nextTurnAt } from './make-posts.ts'
import { claimRule, nextRule, pollRule } from './poll-rule.ts'
import { FEEDS_WORK } from './rules.ts'

/** Reads the feeds of the rules as they fall due, and gives waiting articles their turn. */
export function jobs(desk: Desk): DueWork[] {
  return [
    {
      name: FEEDS_WORK,
      role: 'listener',
      async nextDue() {
        const times = [await nextRule(desk.db), await nextTurnAt(desk)]
        const first = Math.min(...times.flatMap((time) => time?.getTime() ?? []))
        return Number.isFinite(first) ? new Date(first) : null
      },
      async runDue() {
        const rule = await claimRule(desk.db, desk.clock.now())
        if (rule) await pollRule(desk, rule)
        const made = await makeNextPost(desk)
        return Number(rule !== null) + Number(made)
      },
    },
  ]
}
