import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

let home: string
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'vigie-config-'))
})
afterEach(() => fs.rmSync(home, { recursive: true, force: true }))

const read = (env: Record<string, string | undefined> = {}) =>
  readConfig({ VIGIE_DATA_DIR: home, ...env })

function sentences(env: Record<string, string>) {
  try {
    read(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences
    throw error
  }
  return []
}

test('without any setting the desk listens on this machine only and does everything', () => {
  expect(read()).toMatchObject({
    port: 4380,
    host: '127.0.0.1',
    databaseUrl: undefined,
    roles: ['web', 'worker', 'listener'],
    allowPrivateHosts: [],
    publicUrl: undefined,
    trustProxy: false,
  })
})

test('every setting is read', () => {
  const config = read({
    PORT: '0',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgresql://vigie:s3cret@db.example/vigie',
    VIGIE_ROLE: 'listener, worker',
    VIGIE_ALLOW_PRIVATE_HOSTS: 'Intranet.example:8443,10.0.0.5,[fd00::5]:80',
    VIGIE_SANDBOX_URL: 'http://127.0.0.1:4999/sandbox/',
    VIGIE_PUBLIC_URL: 'https://vigie.atelier-morel.example/',
    VIGIE_TRUST_PROXY: 'loopback,10.0.0.0/8',
  })
  expect(config).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    databaseUrl: 'postgresql://vigie:s3cret@db.example/vigie',
    roles: ['worker', 'listener'],
    allowPrivateHosts: ['intranet.example:8443', '10.0.0.5', '[fd00::5]:80'],
    sandboxUrl: 'http://127.0.0.1:4999/sandbox',
    publicUrl: 'https://vigie.atelier-morel.example',
    trustProxy: ['loopback', '10.0.0.0/8'],
  })
})

test('a queue stands between collecting and keeping where its address is given, and nowhere else', () => {
  expect(read({ VIGIE_NATS_STREAM: 'vigie' }).queue).toBeUndefined()
  const creds = path.join(home, 'vigie.creds')
  fs.writeFileSync(creds, '-----BEGIN NATS USER JWT-----\n-----BEGIN USER NKEY SEED-----\n')
  expect(
    read({
      VIGIE_NATS_URL: 'tls://vigie:s3%2Fcret@queue-1.example,tls://[fd00::5]:4333',
      VIGIE_NATS_CREDS: creds,
      VIGIE_NATS_MAX_MB: '250',
    }).queue,
  ).toEqual({
    servers: ['queue-1.example:4222', '[fd00::5]:4333'],
    tls: true,
    user: 'vigie',
    password: 's3/cret',
    creds: fs.readFileSync(creds, 'utf8'),
    stream: 'vigie',
    maxBytes: 250e6,
  })
  expect(read({ VIGIE_NATS_URL: 'nats://t0ken@127.0.0.1' }).queue).toMatchObject({
    tls: false,
    token: 't0ken',
  })
})

test('an empty value counts as absent', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ', HOST: undefined }).port).toBe(4380)
})

test('“true” for the proxy means the one in front, not any header a visitor sends', () => {
  expect(read({ VIGIE_TRUST_PROXY: 'true' }).trustProxy).toBe(1)
  expect(read({ VIGIE_TRUST_PROXY: '2' }).trustProxy).toBe(2)
})

describe('a wrong value', () => {
  test.each([
    ['PORT', 'eighty', 'a whole number from 0 to 65535'],
    ['PORT', '70000', '“70000”'],
    ['HOST', 'not a host', 'an IP address or a host name'],
    ['DATABASE_URL', 'mysql://root@db/vigie', 'an address that starts with mysql:'],
    ['VIGIE_ROLE', 'web,chef', 'web, worker, listener'],
    ['VIGIE_SECRET_KEY', 'too-short', 'a text of 9 characters'],
    ['VIGIE_ALLOW_PRIVATE_HOSTS', 'http://intranet', 'host:port'],
    ['VIGIE_SANDBOX_URL', 'ftp://x', 'http:// or https://'],
    ['VIGIE_PUBLIC_URL', 'http://vigie.example', 'https://'],
    ['VIGIE_PUBLIC_URL', 'https://vigie.example/desk', 'without a path'],
    ['VIGIE_TRUST_PROXY', '10.0.0.0/64', 'the number of proxies'],
    ['VIGIE_NATS_URL', 'http://queue.example:4222', 'the address of a NATS server'],
    ['VIGIE_NATS_URL', 'nats://queue.example/orders', 'the address of a NATS server'],
    ['VIGIE_NATS_CREDS', '/nowhere/vigie.creds', 'the path of a NATS credentials file'],
    ['VIGIE_NATS_STREAM', 'vigie.heard', 'a name of letters, digits'],
    ['VIGIE_NATS_MAX_MB', 'plenty', 'a whole number of megabytes'],
  ])('%s=%s is answered by one sentence saying what is expected', (name, value, expected) => {
    const [sentence, ...others] = sentences({ [name]: value })
    expect(others).toEqual([])
    expect(sentence?.en).toMatch(new RegExp(`^${name} must be `))
    expect(sentence?.en).toContain(expected)
    expect(sentence?.fr).toMatch(new RegExp(`^${name} doit être .*\u202f; sa valeur est `))
  })

  test('in a data directory that is a file is refused', () => {
    const file = path.join(home, 'file')
    fs.writeFileSync(file, '')
    expect(sentences({ VIGIE_DATA_DIR: file })[0]?.en).toContain('which is a file')
  })

  test('does not hide the other wrong ones', () => {
    const all = sentences({ PORT: '-1', VIGIE_ROLE: 'boss', DATABASE_URL: 'db' })
    expect(all.map((sentence) => sentence.en.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'VIGIE_ROLE',
    ])
  })

  test.each([
    ['VIGIE_SECRET_KEY', 'c0rrect-horse-battery'],
    ['DATABASE_URL', 'postgre://vigie:c0rrect-horse-battery@db/vigie'],
    ['VIGIE_NATS_URL', 'nat://vigie:c0rrect-horse-battery@queue.example'],
  ])('that is a secret is never repeated: %s', (name, value) => {
    expect(JSON.stringify(sentences({ [name]: value }))).not.toContain('c0rrect')
  })
})

describe('the secret key', () => {
  test.each(['base64', 'hex', 'base64url'] as const)('may be given in %s', (encoding) => {
    const key = randomBytes(32)
    expect(read({ VIGIE_SECRET_KEY: key.toString(encoding) }).secretKeys).toEqual([key])
  })

  test('may be followed by the ones it replaces', () => {
    const [now, before] = [randomBytes(32), randomBytes(32)]
    const text = `${now.toString('base64')}, ${before.toString('hex')}`
    expect(read({ VIGIE_SECRET_KEY: text }).secretKeys).toEqual([now, before])
  })

  test('is made once, for its owner only, and read again by the next start', () => {
    const { secretKeys } = read()
    const file = path.join(home, 'secret.key')
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    expect(secretKeys[0]).toHaveLength(32)
    expect(read().secretKeys).toEqual(secretKeys)
    expect(fs.readdirSync(home)).toEqual(['secret.key'])
  })

  test('is not made when it was given', () => {
    read({ VIGIE_SECRET_KEY: randomBytes(32).toString('hex') })
    expect(fs.readdirSync(home)).toEqual([])
  })

  test('is never replaced when its file is damaged', () => {
    fs.writeFileSync(path.join(home, 'secret.key'), 'damaged\n')
    expect(sentences({})[0]?.en).toContain('put it back from a backup or set VIGIE_SECRET_KEY')
    expect(fs.readFileSync(path.join(home, 'secret.key'), 'utf8')).toBe('damaged\n')
  })
})
