import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTrial, type Trial } from './trial.ts'
import { startWorkers, type Workers } from './workers.ts'

const ACCOUNTS = 10
const POSTS = 30
const KILLS = 56
const WORKERS = 3

/** Drawn from a seed that is printed, so that a run can be told apart; scheduling itself cannot be replayed. */
const seed = Number(process.env['VIGIE_KILL_SEED'] ?? Date.now() % 1e6)

describe(`${KILLS} workers are killed while ${ACCOUNTS * POSTS} posts leave by networks that fail (seed ${seed})`, () => {
  let trial: Trial
  let workers: Workers

  beforeAll(async () => {
    trial = await openTrial({ accounts: ACCOUNTS, posts: POSTS, seed })
    workers = startWorkers(WORKERS, trial.workerEnv)
  })
  afterAll(() => workers.stop())

  test('each post leaves exactly once by each account, and every one is known to have left', async () => {
    const random = randomFrom(seed)
    for (let kill = 0; kill < KILLS; kill++) {
      // Work for all hands while they are killed, so that death finds them at it.
      await trial.fallDue(Math.ceil((ACCOUNTS * POSTS) / KILLS))
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * 350))
      await workers.killOne((count) => Math.floor(random() * count))
    }
    await trial.fallDue(ACCOUNTS * POSTS)
    await vi.waitFor(async () => expect(await trial.underWay()).toBe(0), {
      timeout: 40_000,
      interval: 250,
    })

    const { accepted, states, interrupted, confirmed } = await trial.result()
    process.stdout.write(
      `${KILLS} kills: ${interrupted} requests interrupted, ${confirmed} found by reading back\n`,
    )
    expect(workers.complaints).toEqual([])
    expect(states).toEqual({ published: ACCOUNTS * POSTS })
    const twice = [...accepted].filter(([, times]) => times > 1)
    expect(twice).toEqual([])
    expect(accepted.size).toBe(ACCOUNTS * POSTS)
    // Else nothing was proved.
    expect(interrupted).toBeGreaterThan(KILLS / 10)
    expect(confirmed).toBeGreaterThan(0)
  }, 240_000)
})

/** Mulberry32: small, seeded, good enough to choose moments. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
