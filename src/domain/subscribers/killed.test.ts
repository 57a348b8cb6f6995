import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { findChannel } from '#domain/channels/index.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { mailingsOf } from './index.ts'

const start = path.resolve(import.meta.dirname, '../../main/start.ts')
const PEOPLE = 100
const DEATHS = 2
const mailingId = '0b0e3a1c-6f0e-4d58-9b3f-0c8a1d2e4f60'
const env = {
  VIGIE_PUBLIC_URL: 'https://vigie.example',
  VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
  VIGIE_SECRET_KEY: Buffer.alloc(32, 'k').toString('base64'),
}

test(
  'a desk that is killed again and again writes to nobody twice',
  { timeout: 400_000 },
  async () => {
    const taken: string[] = []
    const atelier = await openTestDesk({ now: new Date().toISOString(), env })
    await writeLetter(atelier, await mailServer(taken))

    /** Until so many letters were taken. The lease of a dead desk would end by itself, minutes later. */
    const until = async (enough: number) => {
      const before = taken.length
      const look = async () => {
        if (taken.length === before)
          await sql`update mailings set lease_until = now()`.execute(atelier.desk.db)
        return taken.length
      }
      await expect.poll(look, { timeout: 90_000, interval: 20 }).toBeGreaterThan(enough)
    }
    for (let death = 1; death <= DEATHS; death++) {
      const child = openDeskProcess(atelier)
      await until((death * PEOPLE) / (DEATHS + 1))
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    openDeskProcess(atelier)
    await until((DEATHS * PEOPLE) / (DEATHS + 1) + 5)
    const states = () =>
      sql<{ state: string; count: number }>`
      select state, count(*) as count from mailing_letters group by state`
        .execute(atelier.desk.db)
        .then(({ rows }) => Object.fromEntries(rows.map(({ state, count }) => [state, count])))
    const ended = async () =>
      !Object.keys(await states()).some((state) => /waiting|leaving/.test(state))
    await expect.poll(ended, { timeout: 60_000 }).toBe(true)

    expect(new Set(taken).size).toBe(taken.length)
    const { sent = 0, unknown = 0 } = await states()
    expect(sent + unknown).toBe(PEOPLE)
    // One each death at most, and each of them may have left.
    expect(unknown).toBeLessThanOrEqual(DEATHS)
    expect(taken.length).toBeGreaterThanOrEqual(sent)
  },
)

/** One that takes its time. */
async function mailServer(taken: string[]): Promise<number> {
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, { envelope }, done) {
      stream.resume()
      stream.on('end', () => {
        taken.push(envelope.rcptTo[0]?.address ?? '')
        setTimeout(done, 10)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return (server.server.address() as AddressInfo).port
}

async function writeLetter({ desk, signUp }: TestDesk, port: number): Promise<void> {
  const camille = await signUp()
  const connector = [...desk.connectors.values()].find(
    ({ letters }) => letters && !letters.addresses,
  )
  const fields = {
    name: 'Atelier Morel',
    address: 'lettre@atelier-morel.example',
    sender: 'Lyon',
    server: `127.0.0.1:${port}`,
  }
  const { body } = await camille.post('/channels', { connectorId: connector?.manifest.id, fields })
  const csv = Array.from({ length: PEOPLE }, (_, n) => `person-${n}@example.org`).join('\n')
  const consent = { source: 'Bulletin du salon', at: '2026-11-02T10:00:00+01:00' }
  await camille.post(`/channels/${body.id}/subscribers`, { csv, consent })
  const { rows } = await sql<{ companyId: string }>`select company_id from channels`.execute(
    desk.db,
  )
  const channel = await findChannel(desk.db, rows[0]?.companyId ?? '', body.id)
  const mailings = channel && mailingsOf(desk, channel)
  await mailings?.open(mailingId, { subject: 'Un banc neuf', text: 'Il est là.', images: [] })
}

function openDeskProcess({ databaseUrl, config }: TestDesk): ChildProcess {
  const settings = {
    ...env,
    PATH: process.env['PATH'],
    DATABASE_URL: databaseUrl,
    VIGIE_DATA_DIR: config.dataDir,
    VIGIE_ROLE: 'worker',
    PORT: '0',
  }
  const child = spawn(process.execPath, [start], { env: settings, stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}
