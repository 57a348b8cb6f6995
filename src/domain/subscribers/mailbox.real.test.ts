import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { ImapFlow } from 'imapflow'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import { useServer } from '#support/servers/use-server.ts'
import { findChannel } from '#domain/channels/index.ts'
import { mailingsOf } from './index.ts'

const env = {
  VIGIE_PUBLIC_URL: 'https://vigie.atelier-morel.example',
  VIGIE_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
}
const user = 'lettre@atelier-morel.example'

/** Takes every letter. */
async function outgoingServer() {
  const taken: { to: string; content: string }[] = []
  const smtp = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: (_, __, done) => done(null, { user }),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const content = Buffer.concat(parts).toString().replaceAll('\r\n', '\n')
        taken.push({
          to: envelope.rcptTo[0]?.address ?? '',
          content: content.replace(/\n[ \t]+/g, ' '),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', () => resolve())
  })
  onTestFinished(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
  return { taken, port: (smtp.server.address() as AddressInfo).port }
}

describe('a list whose mailbox is read', () => {
  const dovecot = useServer('dovecot')

  test(
    'answers are answered in their thread, and a letter that comes back stops the next',
    { timeout: 120_000 },
    async () => {
      const outgoing = await outgoingServer()
      const { port, password } = dovecot()
      const keeper = new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        auth: { user, pass: password },
        logger: false,
      })
      await keeper.connect()
      onTestFinished(() => keeper.close())
      const arrive = (words: string) => keeper.append('INBOX', words.replaceAll('\n', '\r\n'))

      const desk = await openTestDesk({ env, now: new Date().toISOString() })
      const camille = await desk.signUp()
      const letters = [...desk.desk.connectors.values()].find(
        (one) => one.letters && !one.letters.addresses,
      )
      const { body: channel } = await camille.post<{ id: string }>('/channels', {
        connectorId: letters?.manifest.id,
        fields: {
          name: 'Atelier Morel',
          address: user,
          sender: 'Atelier Morel, Lyon',
          server: `127.0.0.1:${outgoing.port}`,
          user,
          password,
          mailbox: `127.0.0.1:${port}`,
        },
      })
      const consent = { source: 'Bulletin du salon de Lyon', at: '2026-11-02T10:00:00+01:00' }
      const csv = 'yanis@example.org\nsofia@example.org'
      await camille.post(`/channels/${channel.id}/subscribers`, { csv, consent })
      const { rows } = await sql<{ companyId: string }>`
      select company_id from channels where id = ${channel.id}`.execute(desk.desk.db)
      const found = await findChannel(desk.desk.db, rows[0]?.companyId ?? '', channel.id)
      const write = async () =>
        found &&
        mailingsOf(desk.desk, found)?.open(randomUUID(), {
          subject: 'Un banc neuf',
          text: 'Il est là.',
          images: [],
        })
      await write()
      await desk.settle()
      const [toSofia, toYanis] = outgoing.taken
      expect([toSofia?.to, toYanis?.to]).toEqual(['sofia@example.org', 'yanis@example.org'])
      const name = /^Message-ID: (<.+>)$/m.exec(toYanis?.content ?? '')?.[1]

      await arrive(
        `From: Yanis Haddad <yanis@example.org>\nTo: ${user}\nSubject: Re: Un banc neuf\nMessage-ID: <1@example.org>\nIn-Reply-To: ${name}\n\nCombien ?\n\nLe lundi, Atelier Morel a écrit :\n> Il est là.\n`,
      )
      await arrive(
        `From: MAILER-DAEMON@mx.example\nMessage-ID: <2@mx.example>\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; sofia@example.org\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: message/rfc822\n\n${toSofia?.content}\n--b--\n`,
      )
      desk.clock.advance(5 * 60_000)
      await desk.settle()

      const { body: conversations } = await camille.get('/conversations')
      expect(conversations.items).toMatchObject([
        { kind: 'message', excerpt: expect.stringContaining('Combien ?') },
      ])
      const [{ id }] = conversations.items
      const answered = await camille.post(`/conversations/${id}/replies`, {
        text: 'Deux cents euros.',
      })
      expect(answered.status).toBeLessThan(300)
      await desk.settle()
      const answer = outgoing.taken.at(-1)
      expect(answer?.to).toBe('yanis@example.org')
      expect(answer?.content).toMatch(/^Subject: Re: Un banc neuf$/m)
      expect(answer?.content).toMatch(/^In-Reply-To: <1@example.org>$/m)
      expect(answer?.content).toContain(`References: ${name} <1@example.org>`)

      const people = await camille.get(`/channels/${channel.id}/subscribers`)
      expect(people.body.items).toMatchObject([
        { address: 'sofia@example.org', state: 'suspended', endedBy: '5.1.1' },
        { address: 'yanis@example.org', state: 'subscribed' },
      ])
      const before = outgoing.taken.length
      await write()
      await desk.settle()
      expect(outgoing.taken.slice(before).map(({ to }) => to)).toEqual(['yanis@example.org'])
      expect(await keeper.status('INBOX', { unseen: true, messages: true })).toMatchObject({
        messages: 2,
        unseen: 2,
      })
    },
  )
})
