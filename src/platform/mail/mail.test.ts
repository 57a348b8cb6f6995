import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { onTestFinished, expect, test } from 'vitest'
import { silentLog } from '../log.ts'
import { openMail } from './mail.ts'

async function postOffice(refuse?: { responseCode: number }) {
  const heard: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refuse ? Object.assign(new Error('no such box'), refuse) : undefined),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        heard.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  const mail = openMail(
    `smtp://127.0.0.1:${port}`,
    'Vigie <vigie@atelier-morel.example>',
    silentLog,
  )
  onTestFinished(mail.close)
  return { heard, mail }
}

const letter = { to: 'sofia@atelier-morel.example', subject: 'À relire', text: 'Une chaise.' }

test('a letter reaches a real SMTP server, sender and subject with it', async () => {
  const { heard, mail } = await postOffice()
  expect(await mail.send(letter)).toEqual({ outcome: 'sent' })
  expect(heard[0]).toContain('From: Vigie <vigie@atelier-morel.example>')
  expect(heard[0]).toContain('To: sofia@atelier-morel.example')
})

test('a box that does not exist is refused for good; a busy server is not', async () => {
  const gone = await postOffice({ responseCode: 550 })
  expect(await gone.mail.send(letter)).toMatchObject({ outcome: 'refused' })
  const busy = await postOffice({ responseCode: 451 })
  expect(await busy.mail.send(letter)).toMatchObject({ outcome: 'later' })
})

test('without a server nothing is sent, and it says so', async () => {
  const mail = openMail(undefined, 'vigie@localhost', silentLog)
  expect(mail.ready).toBe(false)
  expect(await mail.send(letter)).toEqual({ outcome: 'no-server' })
})
