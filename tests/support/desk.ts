import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { Connector } from '#connectors/_contract/connector.ts'
import { loadConnectors, type Registry } from '#connectors/_contract/registry.ts'
import type { Desk } from '#domain/desk.ts'
import { type Config, readConfig } from '#main/config.ts'
import { openDesk, type OpenDesk } from '#main/desk.ts'
import { type FixedClock, fixedClock } from '#platform/clock.ts'
import { silentLog } from '#platform/log.ts'
import type { Letter } from '#platform/mail/mail.ts'
import type { Queue } from '#platform/queue/queue.ts'
import { createDatabase, dropDatabase } from './database.ts'
import { type Caller, caller } from './caller.ts'

export interface TestDesk {
  desk: Desk
  open: OpenDesk
  clock: FixedClock
  config: Config
  /** URL of this desk's own database. */
  databaseUrl: string
  /** Calls without a session. */
  stranger: Caller
  /** First visit done: Camille, owner of Atelier Morel (Lyon, Europe/Paris), signed in. */
  signUp(): Promise<Caller>
  as(person: { email: string; password: string }): Promise<Caller>
  /** Does everything that is due, until nothing is. */
  settle(): Promise<void>
  /** Listens on a free loopback port, for tests that need a real address; returns the origin. */
  listen(): Promise<string>
  /** What the desk has sent by e-mail, oldest first. */
  letters: Letter[]
  close(): Promise<void>
}

export const camille = {
  name: 'Camille Morel',
  email: 'camille@atelier-morel.example',
  password: 'une chaise en chêne',
  language: 'fr',
} as const

export interface TestDeskOptions {
  /** Where the clock stands; it moves only when told. */
  now?: string
  /** Instead of those on disk. */
  connectors?: Connector[]
  env?: Record<string, string>
  /** Between collecting and keeping, instead of the one of `env`. */
  queue?: Queue
}

/** A whole desk on a real database of its own, closed when the test file ends. */
export async function openTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const databaseUrl = await createDatabase()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'vigie-test-'))
  const clock = fixedClock(options.now ?? '2026-11-23T09:00:00+01:00')
  const env = {
    VIGIE_DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    VIGIE_SECRET_KEY: testKey(),
    PORT: '0',
    ...options.env,
  }
  const config = readConfig(env)
  const letters: Letter[] = []
  const open = await openDesk({
    config,
    database: databaseUrl,
    clock,
    log: silentLog,
    migrated: true,
    mail: {
      ready: true,
      async send(letter) {
        letters.push(letter)
        return { outcome: 'sent' }
      },
      close() {},
    },
    ...(options.queue ? { queue: options.queue } : {}),
    connectors: options.connectors ? registryOf(options.connectors) : await loadConnectors(),
  })
  open.ready()
  const stranger = caller(open.server)
  const close = once(async () => {
    await open.close()
    await dropDatabase(databaseUrl)
    await rm(dataDir, { recursive: true, force: true })
  })
  afterAll(close)

  const as: TestDesk['as'] = async ({ email, password }) => {
    const signedIn = await stranger.post('/sign-in', { email, password })
    return caller(open.server, { cookie: signedIn.cookie })
  }
  return {
    desk: open.desk,
    open,
    clock,
    config,
    databaseUrl,
    letters,
    stranger,
    as,
    close,
    async signUp() {
      await stranger.post('/sign-up', camille)
      const owner = await as(camille)
      const company = { name: 'Atelier Morel', language: 'fr', timeZone: 'Europe/Paris' }
      const { body } = await owner.post<{ id: string }>('/companies', company)
      return owner.of(body.id)
    },
    async settle() {
      for (let round = 0; round < 200; round++) {
        const done = await Promise.all(open.jobs.map((job) => job.runDue()))
        if (done.every((n) => n === 0)) return
      }
      throw new Error('work never settles: a job keeps finding something due')
    },
    async listen() {
      if (!open.server.server.listening) await open.server.listen({ port: 0, host: '127.0.0.1' })
      const address = open.server.server.address()
      if (!address || typeof address === 'string') throw new Error('no address')
      return `http://127.0.0.1:${address.port}`
    },
  }
}

const testKey = () => Buffer.from(randomUUID().replaceAll('-', '')).toString('base64')

const registryOf = (connectors: Connector[]): Registry =>
  new Map(connectors.map((c) => [c.manifest.id, c]))

function once(work: () => Promise<void>) {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}
