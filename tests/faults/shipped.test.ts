import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { openTrial, type Trial } from './trial.ts'

const start = path.resolve(import.meta.dirname, '../../src/main/start.ts')
const started: ChildProcess[] = []
afterAll(() => started.forEach((child) => child.kill('SIGKILL')))

/** The desk as people start it, in the role of a worker, with the timings of service. */
function startDesk({ workerEnv }: Trial): ChildProcess {
  const env = { PATH: process.env['PATH'], ...workerEnv, VIGIE_ROLE: 'worker' }
  const child = spawn(process.execPath, [start], { env, stdio: 'ignore' })
  started.push(child)
  return child
}

const accepted = async (trial: Trial) =>
  (await trial.onNetwork<{ accepted: unknown[] }>(0, 'GET', '/ledger')).accepted

describe.concurrent('the desk as it is shipped, in the role of a worker', () => {
  test('killed after the network accepted and before it said so: the next one finds the post and sends nothing', async () => {
    const trial = await openTrial({ accounts: 1, posts: 1 })
    await trial.onNetwork(0, 'POST', '/faults', {
      kind: 'timeout-after-accept',
      operation: 'post',
      times: 1,
      ms: 60_000,
    })
    await trial.fallDue(1)
    const first = startDesk(trial)
    await vi.waitFor(async () => expect(await accepted(trial)).toHaveLength(1), {
      timeout: 30_000,
      interval: 50,
    })
    first.kill('SIGKILL')
    startDesk(trial)
    await vi.waitFor(async () => expect(await trial.underWay()).toBe(0), {
      timeout: 60_000,
      interval: 200,
    })
    const { states, interrupted, confirmed } = await trial.result()
    expect([states, interrupted, confirmed]).toEqual([{ published: 1 }, 1, 1])
    expect(await accepted(trial)).toHaveLength(1)
  }, 120_000)

  test('asked to stop while a post is leaving: it lets it leave, writes that down, and then ends', async () => {
    const trial = await openTrial({ accounts: 1, posts: 2 })
    await trial.onNetwork(0, 'POST', '/faults', {
      kind: 'slow',
      operation: 'post',
      times: 1,
      ms: 2500,
    })
    await trial.fallDue(1)
    const desk = startDesk(trial)
    await vi.waitFor(async () => expect((await trial.result()).attempts).toBe(1), {
      timeout: 30_000,
      interval: 50,
    })
    desk.kill('SIGTERM')
    const [code] = await once(desk, 'exit')
    const { states, interrupted } = await trial.result()
    expect([code, states, interrupted]).toEqual([0, { published: 1, planned: 1 }, 0])
  }, 60_000)
})
