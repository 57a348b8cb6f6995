import { describe, expect, test } from 'vitest'
import { createLog } from './log.ts'
import type { LogOptions } from './log.ts'

function listen(options: LogOptions = {}) {
  const lines: string[] = []
  const log = createLog({ plain: false, ...options, write: (line) => lines.push(line) })
  return { log, lines, events: () => lines.map((line) => JSON.parse(line)) }
}

test('an event is one JSON line with its time, level, message and fields', () => {
  const { log, events } = listen()
  log.info({ post: 'p_12', network: 'bluesky' }, 'scheduled a post')
  expect(events()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      msg: 'scheduled a post',
      post: 'p_12',
      network: 'bluesky',
    },
  ])
})

test('what is less serious than the level is left out', () => {
  const { log, lines } = listen({ level: 'warn' })
  log.info('the worker is idle')
  log.warn('the token of Atelier Morel expires tomorrow')
  expect(lines).toHaveLength(1)
})

describe('secrets', () => {
  test.each([
    'token',
    'access_token',
    'refreshToken',
    'accessJwt',
    'password',
    'Authorization',
    'set-cookie',
    'client_secret',
    'apiKey',
    'X-Api-Key',
    'appPassword',
    'credentials',
  ])('the value of %s is hidden at any depth', (name) => {
    const { log, lines } = listen()
    log.info({ reply: { list: [{ [name]: { inner: 'hunter2-hunter2' } }] } }, 'signed in')
    log.info({ [name]: 'hunter2-hunter2' }, 'signed in')
    log.child({ [name]: 'hunter2-hunter2' }).info('signed in')
    expect(lines.join('')).not.toContain('hunter2')
    expect(lines.join('').match(/\[redacted\]/g)).toHaveLength(3)
  })

  test.each([
    'sent Authorization: Bearer s3cr3t-t0ken-value to the server',
    'GET https://mastodon.example/cb?code=s3cr3t-t0ken-value&x=1',
    'https://camille:s3cr3t-t0ken-value@feeds.example/rss',
    'access_token=s3cr3t-t0ken-value&grant=1',
    'reply eyJhbGciOiJIUzI1NiJ9.s3cr3t-t0ken-value.c2lnbmF0dXJl was refused',
  ])('a secret inside a text is hidden: %s', (text) => {
    const { log, lines } = listen()
    log.info(text)
    log.info({ url: text }, 'asked')
    log.error({ err: new Error(text) }, 'failed')
    expect(lines).toHaveLength(3)
    expect(lines.join('')).not.toContain('s3cr3t')
  })

  test('an error keeps its message and stack but not the secrets it carries', () => {
    const { log, events } = listen()
    const cause = Object.assign(new Error('401'), { headers: { authorization: 'hunter2' } })
    log.error({ err: new Error('the account was refused', { cause }) }, 'publishing failed')
    const [event] = events()
    expect(event.err.message).toBe('the account was refused')
    expect(event.err.stack).toContain('log.test.ts')
    expect(event.err.cause).toMatchObject({
      message: '401',
      headers: { authorization: '[redacted]' },
    })
  })

  test('counts, absences and ordinary words are left readable', () => {
    const { log, events } = listen()
    log.info('basic information: code=ECONNREFUSED')
    log.info(
      { tokens: 12, refreshToken: null, hasPassword: true, codes: 'FR', note: 'a key idea' },
      '',
    )
    expect(events()[0].msg).toBe('basic information: code=ECONNREFUSED')
    expect(events()[1]).toMatchObject({
      tokens: 12,
      refreshToken: null,
      hasPassword: true,
      codes: 'FR',
      note: 'a key idea',
    })
  })
})

describe('on a terminal', () => {
  test('an event is one short line', () => {
    const { log, lines } = listen({ plain: true })
    log.info({ post: 'p_12', title: 'La table en chêne' }, 'scheduled a post')
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d info {2}scheduled a post {2}post=p_12 {2}title="La table en chêne"\n$/,
    )
  })

  test('an error is followed by its indented stack, a warning is not', () => {
    const { log, lines } = listen({ plain: true })
    log.error({ err: new Error('disk full') }, 'could not store the picture')
    log.warn({ err: new Error('slow') }, 'the network is slow')
    expect(lines[0]).toMatch(/could not store the picture {2}err="disk full"\n {4}at /)
    expect(lines[1]?.trimEnd().split('\n')).toHaveLength(1)
  })

  test('a message from outside cannot move the cursor', () => {
    const { log, lines } = listen({ plain: true })
    log.info({ name: '\u001b[2J' }, 'hello\u001b[2J\nfatal forged')
    expect(lines[0]).not.toContain('\u001b')
    expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1)
  })
})
