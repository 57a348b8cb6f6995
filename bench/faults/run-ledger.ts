import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { PublishingTables } from '#domain/publishing/tables.ts'
import { wake } from '#platform/jobs/due-work.ts'
import { randomFrom } from '../../tests/faults/ground/faults.ts'
import { startWorkers, type Workers } from '../../tests/faults/workers.ts'
import { ledgerOf, type Stage } from './stage.ts'

const WORKERS = 3
/** So many are due and not through at any moment: work for all hands. */
const UNDER_WAY = 120
const LOOK_EVERY_MS = 150

export interface Course {
  seconds: number
  kills: number
  restarts: number
}

/** Lets everything fall due, kills workers as it goes, restarts the database twice, until nothing moves by itself. */
export async function runLedger(stage: Stage, total: number, seed: number): Promise<Course> {
  const began = performance.now()
  const workers = startWorkers(WORKERS, stage.workerEnv)
  const reaper = killNowAndThen(workers, seed)
  let restarts = 0
  try {
    for (;;) {
      const { waiting, moving } = await patiently(() => count(stage))
      if (waiting + moving === 0) break
      say(waiting, moving, performance.now() - began)
      if (waiting > 0 && moving < UNDER_WAY)
        await patiently(() => fallDue(stage, UNDER_WAY - moving))
      if (waiting < (total * (2 - restarts)) / 3 && restarts < 2) {
        restarts++
        await reaper.atRest(stage.restartDatabase)
      }
      await sleep(LOOK_EVERY_MS)
    }
    return { seconds: (performance.now() - began) / 1000, kills: await reaper.stop(), restarts }
  } finally {
    workers.stop()
  }
}

let said = 0

/** Every ten seconds, for whoever waits. */
function say(waiting: number, moving: number, ms: number): void {
  const tens = Math.floor(ms / 10_000)
  if (tens <= said) return
  said = tens
  process.stderr.write(`${tens * 10} s: ${waiting} wait, ${moving} under way\n`)
}

/** One of them every few seconds, whatever it does; but none while it starts on a database that is not there. */
function killNowAndThen(workers: Workers, seed: number) {
  const random = randomFrom(seed)
  let stopped = false
  let kills = 0
  let turn = Promise.resolve()
  const next = (work: () => Promise<void>) => (turn = turn.then(work))
  const done = (async () => {
    while (!stopped) {
      await sleep(2500 + random() * 4000)
      await next(async () => {
        if (stopped) return
        await workers.killOne((crew) => Math.floor(random() * crew))
        kills++
      })
    }
  })()
  return {
    atRest: (work: () => Promise<void>) => next(() => workers.ready().then(work)),
    async stop() {
      stopped = true
      await done
      return kills
    },
  }
}

/** While the database restarts, nobody answers. */
async function patiently<T>(question: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await question()
    } catch (error) {
      if (tries > 100) throw error
      await sleep(100)
    }
  }
}

const HOUR = sql`now() + interval '1 hour'`

/** What has not fallen due yet, and what moves by itself: due, and not behind something that a person must settle. */
async function count(stage: Stage): Promise<{ waiting: number; moving: number }> {
  const { rows } = await sql<{ waiting: number; moving: number }>`
    select count(*) filter (where state = 'planned' and due_at > ${HOUR}) as waiting,
      count(*) filter (where state = 'sending' or (state = 'planned' and due_at <= ${HOUR} and not exists (
        select from deliveries before where before.post_id = deliveries.post_id
          and before.channel_id = deliveries.channel_id and before.part < deliveries.part
          and before.state in ('failed', 'unknown')))) as moving
    from deliveries`.execute(stage.open.desk.db)
  return rows[0] ?? { waiting: 0, moving: 0 }
}

async function fallDue(stage: Stage, count: number): Promise<void> {
  const now = new Date()
  const next = ledgerOf<PublishingTables>(stage)
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'planned')
    .where('dueAt', '>', new Date(now.getTime() + 3_600_000))
    .orderBy('postId')
    .orderBy('channelId')
    .orderBy('part')
    .limit(count)
  await ledgerOf<PublishingTables>(stage)
    .updateTable('deliveries')
    .set({ dueAt: now, plannedAt: now, giveUpAt: new Date(now.getTime() + 86_400_000) })
    .where('id', 'in', next)
    .execute()
  await wake(stage.open.desk.db, 'deliveries')
}
