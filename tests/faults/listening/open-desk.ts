import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import type { Gone } from '#connectors/_contract/connector.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import { type Gate, gateAt } from './gate.ts'
import { columnsWith } from './columns-with.ts'
import { newspaper } from './newspaper.ts'
import { publicSquare } from './public-square.ts'

/** A desk in a process of its own, to be killed. */
export interface Victim {
  /** Asks it as this caller does; what comes of it is for who survives to tell. */
  post(caller: Caller, path: string, body: unknown, headers?: object): void
  /** Kills it where it stands, and waits until nothing of its transaction is left. */
  killAt(gate: Gate): Promise<void>
}

/** What is gone, and the place that the desk has reached before it is told. */
export interface HeardGone {
  reached: number
  gone: Gone
}

/** A desk that survives, whose clock moves when told, and others on the same database that are killed. */
export async function openFaultyListening(says: number) {
  const press = newspaper(says)
  const square = publicSquare()
  const desk = await openTestDesk({
    now: new Date().toISOString(),
    connectors: [press.connector, square.connector],
  })
  const owner = await desk.signUp()
  const { db } = desk.desk
  const later = (minutes: number) => desk.clock.set(new Date(Date.now() + minutes * 60_000))
  return {
    ...desk,
    press,
    square,
    gate: (at: string, row?: string) => gateAt(db, desk.databaseUrl, at, row),
    /** @param hears what the public square tells it that is gone */
    victim: (work: 'works' | 'answers', hears?: HeardGone) => startVictim(desk, says, work, hears),
    later,
    columnsWith: (words: readonly string[]) => columnsWith(db, words),
    /** Whose clock is that of those who are killed, until they are. */
    async company() {
      later(0)
      const company = { name: 'Atelier Morel', language: 'fr', timeZone: 'Europe/Paris' }
      const { body } = await owner.post('/companies', company)
      const camille = owner.of(body.id)
      return {
        id: body.id as string,
        camille,
        count: async (table: string, where = 'true') => {
          const { rows } = await sql<{ n: number }>`
            select count(*)::int as n from ${sql.table(table)}
            where company_id = ${body.id} and ${sql.raw(where)}`.execute(db)
          return rows[0]?.n
        },
      }
    },
    /** Long enough for whatever a dead process held to be another's. */
    async survive() {
      later(3)
      await desk.settle()
    },
    /** When what is kept for a day is not any more. */
    async nextDay() {
      later(25 * 60)
      await desk.settle()
    },
  }
}

async function startVictim(
  { databaseUrl, config }: Awaited<ReturnType<typeof openTestDesk>>,
  says: number,
  work: 'works' | 'answers',
  hears?: HeardGone,
): Promise<Victim> {
  const file = path.join(import.meta.dirname, 'desk-process.ts')
  const child = spawn(process.execPath, [file], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: databaseUrl,
      VIGIE_DATA_DIR: config.dataDir,
      VIGIE_SECRET_KEY: config.secretKeys[0].toString('base64'),
      NEWSPAPER_SAYS: `${says}`,
      WORKS: work === 'works' ? 'yes' : 'no',
      ...(hears ? { HEARS: JSON.stringify(hears) } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const origin = await addressOf(child)
  return {
    post(caller, at, body, headers) {
      const isForm = body instanceof FormData
      void fetch(`${origin}/api/v1${at}`, {
        method: 'POST',
        headers: {
          ...caller.headers,
          ...headers,
          origin,
          ...(isForm ? {} : { 'content-type': 'application/json' }),
        },
        body: isForm ? body : JSON.stringify(body),
      }).catch(() => {})
    },
    async killAt(gate) {
      await gate.reached()
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
      await gate.open()
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()))
  const ended = once(child, 'close').then(() => {
    throw new Error(`the desk ended by itself: ${said}`)
  })
  ended.catch(() => {})
  const [line] = await Promise.race([once(child.stdout ?? child, 'data'), ended])
  return String(line).trim()
}
