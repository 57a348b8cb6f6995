import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock as clock } from '#platform/clock.ts'
import { openListener } from '#platform/db/listener.ts'
import { type DueWork, startLoop, WAKE_CHANNEL } from '#platform/jobs/due-work.ts'
import { silentLog as log } from '#platform/log.ts'
import type { Stage } from './stage.ts'

const HALF_A_MINUTE = 30_000

const sendingOf = ({ open }: Stage): DueWork[] =>
  open.jobs.filter(({ name }) => name === 'deliveries')

/** As the desk does it: workers sleep until the very instant. @param inMs the posts are due that much later */
export async function whenDue(stage: Stage, inMs: number): Promise<number[]> {
  const listener = await openListener(stage.databaseUrl, [WAKE_CHANNEL], log)
  await stage.dueAt(new Date(Date.now() + inMs))
  const loops = sendingOf(stage).map((work) => startLoop(work, { clock, log, listener }))
  try {
    return await stage.lateness()
  } finally {
    await Promise.all(loops.map((loop) => loop.stop()))
    await listener.close()
  }
}

/** As most tools do it: the same hands, which look once a minute. */
export async function onceAMinute(stage: Stage): Promise<number[]> {
  await stage.dueAt(new Date())
  await sleep(HALF_A_MINUTE)
  await Promise.all(sendingOf(stage).map(untilNothingIsDue))
  return stage.lateness()
}

async function untilNothingIsDue(work: DueWork): Promise<void> {
  // Nothing to take may mean that other hands hold the account: look again before giving up.
  for (let idle = 0; idle < 50; idle++) {
    if ((await work.runDue()) > 0) idle = 0
    else await sleep(20)
  }
}
