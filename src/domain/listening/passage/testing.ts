import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { readConfig } from '#main/config.ts'
import { silentLog } from '#platform/log.ts'
import { openQueue } from '#platform/queue/open-queue.ts'
import { type Queue, QueueRefused } from '#platform/queue/queue.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import type { MentionView } from '../mentions/api.ts'
import type { SourceView } from '../sources/api.ts'
import { pretend } from '../fixture.ts'
import { pretendWire } from '../sources/live/fixture.ts'

/** Short, so that what a dead listener held comes back while a test waits. */
const HAND_MS = 1_500

let streams = 0

/** A stream of its own for each test. */
export const streamEnv = (url: string) => ({
  VIGIE_NATS_URL: url,
  VIGIE_NATS_STREAM: `test-${process.pid}-${++streams}`,
})

/** The queue that these settings lead to, with short hands. */
export async function queueOf(env: Record<string, string>): Promise<Queue> {
  const settings = readConfig({ VIGIE_SECRET_KEY: 'A'.repeat(43) + '=', ...env }).queue
  const queue = await openQueue(settings && { ...settings, handMs: HAND_MS }, silentLog)
  if (!queue) throw new Error('no queue in these settings')
  return queue
}

/** What the desk says, in English, as it refuses to start with that queue; it is an error to be let in. */
export const refusal = (env: Record<string, string>): Promise<string> =>
  queueOf(env).then(
    () => expect.fail('it was let in'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(QueueRefused)
      return (error as QueueRefused).text.en
    },
  )

/** A desk whose newspaper and square say what the test tells them to, with a queue between collecting and keeping. */
export async function queuedDesk(env: Record<string, string>, wrap = (queue: Queue) => queue) {
  const press = pretend('press', 'La Presse', 'feed')
  const square = pretendWire('square', 'La Grand-Place', 'none')
  const queue = wrap(await queueOf(env))
  const test = await openTestDesk({
    now: '2026-11-23T09:00:00+01:00',
    connectors: [press.connector, square.connector],
    env,
    queue,
  })
  const owner = await test.signUp()
  const listening = test.open.jobs.find(({ name }) => name === 'listening-queue')
  const others = test.open.jobs.filter((job) => job !== listening)
  return {
    ...test,
    env,
    queue,
    press,
    square,
    owner,
    /** Does whatever is due, but takes nothing from the queue. */
    async collect() {
      for (;;) {
        const done = await Promise.all(others.map((job) => job.runDue()))
        if (done.every((n) => n === 0)) return
      }
    },
    /** From now on what waits is kept. */
    listen: () => listening?.runDue(),
    company: (name: string) => company(owner, name),
  }
}

/** A company that looks for Morel in the newspaper. */
async function company(owner: Caller, name: string) {
  const { body } = await owner.post('/companies', {
    name,
    language: 'fr',
    timeZone: 'Europe/Paris',
  })
  const camille = owner.of(body.id)
  await camille.post('/queries', { expression: 'morel' })
  return {
    id: body.id as string,
    camille,
    listenTo: async (input: object = { settings: { url: 'https://journal.example/feed' } }) =>
      (await camille.post('/sources', { connectorId: 'press', ...input })).body as SourceView,
    theSource: async () => {
      const { body } = await camille.get<SourceView[]>('/sources')
      if (!body[0]) throw new Error('no source')
      return body[0]
    },
    texts: async () =>
      ((await camille.get('/mentions?limit=100')).body.items as MentionView[])
        .map(({ excerpt }) => excerpt)
        .toSorted(),
  }
}

/** A listener that is a process of its own, to be killed. */
export async function startListener(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'listener-fixture.ts')], {
    env: { PATH: process.env['PATH'] ?? '', HAND_MS: `${HAND_MS}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()))
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'close').then(() => {
    throw new Error(`the listener ended by itself: ${said}`)
  })
  ended.catch(() => {})
  await Promise.race([once(child.stdout, 'data'), ended])
  return child
}
