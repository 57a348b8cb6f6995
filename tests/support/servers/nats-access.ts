import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { nkeys } from '@nats-io/transport-node'
import { onTestFinished } from 'vitest'

/** What a NATS server needs to encrypt. */
export interface Certificate {
  /** Lines for its configuration file. */
  settings: string
  /** Has this process trust it until the test is over, as NODE_EXTRA_CA_CERTS does from its start. */
  trust(): void
}

/** A certificate of nobody but itself, made for one test. @param name which it is of: `IP:127.0.0.1` */
export function ownCertificate(name: string): Certificate {
  const folder = ownFolder()
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const what = ['-days', '2', '-subj', '/CN=NATS', '-addext', `subjectAltName=${name}`]
  execFileSync('openssl', ['req', ...kind, ...what, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  return {
    settings: `tls { cert_file: "${cert}", key_file: "${key}" }`,
    trust() {
      const before = getCACertificates('default')
      onTestFinished(() => setDefaultCACertificates(before))
      setDefaultCACertificates([...before, readFileSync(cert, 'utf8')])
    },
  }
}

/** A NATS that lets in whoever shows a signed pass, as `nsc` sets it up. */
export interface Passes {
  settings: string
  /** Path of a credentials file. */
  good: string
  /** Of one that another account, unknown to the server, signed. */
  foreign: string
}

/** Claims as the NATS JWT library writes them (github.com/nats-io/jwt, version 2, read 2026-11-26). */
export function ownPasses(): Passes {
  const folder = ownFolder()
  const operator = nkeys.createOperator()
  const signed = (one: nkeys.KeyPair, type: string, claims: object, by: nkeys.KeyPair) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const iat = Math.floor(Date.now() / 1000)
    const [sub, iss] = [one.getPublicKey(), by.getPublicKey()]
    const nats = { ...claims, type, version: 2 }
    const body = `${part({ typ: 'JWT', alg: 'ed25519-nkey' })}.${part({ jti: sub, iat, iss, name: type, sub, nats })}`
    return `${body}.${Buffer.from(by.sign(Buffer.from(body))).toString('base64url')}`
  }
  const free = { subs: -1, data: -1, payload: -1 }
  const stored = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 }
  const limits = { ...free, imports: -1, exports: -1, wildcards: true, conn: -1, leaf: -1 }
  const [account, stranger, system] = [0, 1, 2].map(() => nkeys.createAccount())
  if (!account || !stranger || !system) throw new Error('no keys')
  const accountOf = (one: nkeys.KeyPair, more: object) =>
    `${one.getPublicKey()}: ${signed(one, 'account', { limits: { ...limits, ...more } }, operator)}`
  const credsBy = (signer: nkeys.KeyPair, name: string) => {
    const user = nkeys.createUser()
    const pass = signed(user, 'user', { pub: {}, sub: {}, ...free }, signer)
    const seed = new TextDecoder().decode(user.getSeed())
    const file = path.join(folder, name)
    writeFileSync(
      file,
      [
        '-----BEGIN NATS USER JWT-----',
        pass,
        '------END NATS USER JWT------',
        '',
        '-----BEGIN USER NKEY SEED-----',
        seed,
        '------END USER NKEY SEED------',
        '',
      ].join('\n'),
    )
    return file
  }
  return {
    settings: [
      `operator: ${signed(operator, 'operator', {}, operator)}`,
      `system_account: ${system.getPublicKey()}`,
      'resolver: MEMORY',
      `resolver_preload: {\n${accountOf(account, stored)}\n${accountOf(system, {})}\n}`,
    ].join('\n'),
    good: credsBy(account, 'good.creds'),
    foreign: credsBy(stranger, 'foreign.creds'),
  }
}

function ownFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigie-test-nats-access-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
