import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createDial } from '#platform/fetch/dial.ts'
import { createCouriers, MailFailure, type Posting } from './courier.ts'

/** A mail server that keeps what it takes. */
async function mailServer(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const taken: { to: string[]; content: string }[] = []
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'morel' && password === 'secret'
        ? done(null, { user: 'morel' })
        : done(new Error('who?')),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        taken.push({ to, content: Buffer.concat(parts).toString() })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return { port, taken, server }
}

const open = (port: number, more: object = {}) =>
  createCouriers(createDial({ allowPrivateHosts: ['127.0.0.1'] }))({
    host: '127.0.0.1',
    port,
    ...more,
  })

const posting = (to: string): Posting => ({
  from: { name: 'Atelier Morel', address: 'lettre@atelier-morel.example' },
  to: { name: '', address: to },
  subject: 'Un banc neuf',
  text: 'Le banc est là.',
  html: '<p>Le banc est là. <img src="cid:1@vigie" alt="Le banc"></p>',
  pictures: [{ cid: '1@vigie', type: 'image/png', bytes: Buffer.from('png') }],
  messageId: `${to}`,
  date: new Date('2026-11-25T09:00:00Z'),
  headers: { 'List-Unsubscribe': '<https://vigie.example/u/1>' },
})

async function failureOf(answer: Promise<unknown>): Promise<MailFailure> {
  const error = await answer.then(
    () => new Error('it went well'),
    (why: unknown) => why,
  )
  if (error instanceof MailFailure) return error
  throw error
}

test('several letters leave by one conversation, each to one person', async () => {
  const { port, taken } = await mailServer()
  const courier = await open(port, { user: 'morel', password: 'secret' })
  await courier.send(posting('yanis@example.org'))
  await courier.send(posting('sofia@example.org'))
  courier.close()
  expect(taken.map(({ to }) => to)).toEqual([['yanis@example.org'], ['sofia@example.org']])
  const [{ content } = { content: '' }] = taken
  expect(content).toContain('Message-ID: <yanis@example.org>')
  expect(content).toContain('List-Unsubscribe: <https://vigie.example/u/1>')
  expect(content).toContain('Content-ID: <1@vigie>')
  expect(content).not.toContain('sofia')
})

describe('what goes wrong', () => {
  test('a wrong password is a matter of login', async () => {
    const { port } = await mailServer()
    const failed = await failureOf(open(port, { user: 'morel', password: 'wrong' }))
    expect(failed).toMatchObject({ step: 'login', code: 535, isDoubt: false })
    expect(failed.message).not.toContain('wrong')
  })

  test('an address that is not there is refused; the next letter leaves all the same', async () => {
    const { port, taken } = await mailServer({
      onRcptTo: ({ address }, _, done) =>
        done(
          address.startsWith('nobody')
            ? Object.assign(new Error('no such user'), { responseCode: 550 })
            : null,
        ),
    })
    const courier = await open(port)
    const failed = await failureOf(courier.send(posting('nobody@example.org')))
    expect(failed).toMatchObject({ step: 'letter', code: 550, isAddress: true, isDoubt: false })
    await courier.send(posting('yanis@example.org'))
    courier.close()
    expect(taken).toHaveLength(1)
  })

  test('a server that dies after it has the content leaves a doubt, before it none', async () => {
    const after = await mailServer({
      onData(stream, session) {
        stream.resume()
        stream.on('end', () => {
          const { server } = after
          for (const one of server.connections) if (one.id === session.id) one._socket.destroy()
        })
      },
    })
    const lost = await failureOf((await open(after.port)).send(posting('yanis@example.org')))
    expect(lost).toMatchObject({ step: 'letter', isDoubt: true })

    const before = await mailServer()
    const courier = await open(before.port)
    for (const one of before.server.connections) one._socket.destroy()
    const unsent = await failureOf(courier.send(posting('yanis@example.org')))
    expect(unsent).toMatchObject({ step: 'letter', isDoubt: false })
  })

  test('nobody there, a private address, and a server that offers no encryption', async () => {
    const nobody = await failureOf(open(9))
    expect(nobody).toMatchObject({ step: 'connect', code: undefined, isDoubt: false })
    const { port } = await mailServer()
    const guarded = createCouriers(createDial())
    const refused = await failureOf(guarded({ host: '127.0.0.1', port }))
    expect(refused.message).toContain('not on the public internet')
    const plain = createCouriers(
      createDial({
        allowPrivateHosts: ['mail.test'],
        network: {
          resolve: async () => [{ address: '127.0.0.1', family: 4 }],
          isPublic: () => false,
        },
      }),
    )
    expect(await failureOf(plain({ host: 'mail.test', port }))).toMatchObject({ step: 'connect' })
  })
})
