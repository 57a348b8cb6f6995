import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { beforeEach, expect, onTestFinished } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import { findChannel } from '#domain/channels/index.ts'
import { mailingsOf } from './index.ts'

export const ORIGIN = 'https://vigie.atelier-morel.example'

const env = { VIGIE_PUBLIC_URL: ORIGIN, VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1' }

export const desk = await openTestDesk({ env })

export const camille = await desk.signUp()

export let channelId: string

export let server: MailServer

export let first: string

let accounts = 0

beforeEach(async () => {
  server = await mailServer()
  channelId = await connect(server.port)
  first = randomUUID()
})

interface MailServer {
  port: number
  taken: { to: string; content: string }[]
  /** What the next letters to an address meet: a reply, or a connection that dies once the content is there. */
  troubles: Map<string, number | 'dies'>
}

async function mailServer(): Promise<MailServer> {
  const taken: MailServer['taken'] = []
  const troubles: MailServer['troubles'] = new Map()
  const smtp = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _, done) {
      const trouble = troubles.get(address)
      if (typeof trouble !== 'number') return done()
      return done(Object.assign(new Error('not now'), { responseCode: trouble }))
    },
    onData(stream, { envelope, id }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = envelope.rcptTo[0]?.address ?? ''
        taken.push({ to, content: Buffer.concat(parts).toString() })
        if (troubles.get(to) !== 'dies') return done()
        for (const one of smtp.connections) if (one.id === id) one._socket.destroy()
      })
    },
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', () => resolve())
  })
  onTestFinished(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
  return { port: (smtp.server.address() as AddressInfo).port, taken, troubles }
}

async function connect(port: number): Promise<string> {
  const letters = [...desk.desk.connectors.values()].find(
    ({ letters }) => letters && letters.addresses === undefined,
  )
  const fields = {
    name: 'Atelier Morel',
    address: `lettre-${++accounts}@atelier-morel.example`,
    sender: 'Atelier Morel, Lyon',
    server: `127.0.0.1:${port}`,
  }
  const { body, status } = await camille.post<{ id: string }>('/channels', {
    connectorId: letters?.manifest.id,
    fields,
  })
  expect(status).toBe(201)
  return body.id
}

export const consent = { source: 'Bulletin du salon de Lyon', at: '2026-11-02T10:00:00+01:00' }

export const add = (csv: string) =>
  camille.post(`/channels/${channelId}/subscribers`, { csv, consent })

/** Writes a letter down as publishing does, under the id of a delivery. */
export async function write(key: string, subject = 'Un banc neuf') {
  const { rows } = await sql<{ companyId: string }>`
    select company_id from channels where id = ${channelId}`.execute(desk.desk.db)
  const channel = await findChannel(desk.desk.db, rows[0]?.companyId ?? '', channelId)
  const mailings = channel && mailingsOf(desk.desk, channel)
  return mailings?.open(key, { subject, text: 'Le banc est là.', images: [] })
}

export const addresses = () => server.taken.map(({ to }) => to)

export const mailing = async () => (await camille.get(`/channels/${channelId}/mailings`)).body[0]
