import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { Desk } from '#domain/desk.ts'
import { createFetch } from '#platform/fetch/fetch.ts'

/** A browser that has subscribed: its keys never leave it. */
export class Browser {
  readonly endpoint: string
  readonly #auth: Buffer
  readonly #keys: ECDH

  constructor(endpoint: string, given?: { auth: string; privateKey: string }) {
    this.endpoint = endpoint
    this.#auth = given ? Buffer.from(given.auth, 'base64url') : randomBytes(16)
    this.#keys = createECDH('prime256v1')
    if (given) this.#keys.setPrivateKey(given.privateKey, 'base64url')
    else this.#keys.generateKeys()
  }

  /** As `PushSubscription.toJSON()` writes it. */
  subscription() {
    const keys = {
      p256dh: this.#keys.getPublicKey('base64url'),
      auth: this.#auth.toString('base64url'),
    }
    return { endpoint: this.endpoint, keys }
  }

  /** Opens what was sealed for it: RFC 8291, 3.4 and RFC 8188, 2, one record. */
  open(message: Buffer): string {
    const salt = message.subarray(0, 16)
    const idEnd = 21 + message.readUInt8(20)
    const sender = message.subarray(21, idEnd)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#keys.getPublicKey(), sender])
    const shared = this.#keys.computeSecret(sender)
    const ikm = Buffer.from(hkdfSync('sha256', shared, this.#auth, info, 32))
    const derive = (of: string, size: number) =>
      Buffer.from(hkdfSync('sha256', ikm, salt, `Content-Encoding: ${of}\0`, size))
    const key = derive('aes128gcm', 16)
    const decipher = createDecipheriv('aes-128-gcm', key, derive('nonce', 12))
    decipher.setAuthTag(message.subarray(-16))
    const record = Buffer.concat([decipher.update(message.subarray(idEnd, -16)), decipher.final()])
    return record.subarray(0, record.lastIndexOf(2)).toString()
  }
}

/** One message that the push service took, after checking who signed it. */
export interface Carried {
  path: string
  headers: http.IncomingHttpHeaders
  body: Buffer
}

/**
 * A push service as RFC 8030 and 8292 describe it, on this machine: it takes only what is signed by the key that browsers
 * subscribed with. The desk knows it as `https://push.example`.
 */
export async function pushService(desk: Desk, knownKey: () => string) {
  const service = {
    origin: 'https://push.example',
    carried: [] as Carried[],
    /** What the next requests are answered instead. */
    answers: [] as (number | 'hang-up')[],
  }
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const answer = service.answers.shift() ?? 201
      if (answer === 'hang-up') return request.socket.destroy()
      if (answer !== 201) return response.writeHead(answer).end()
      const isSigned = isSignedBy(knownKey(), request.headers.authorization ?? '', service.origin)
      if (!isSigned) return response.writeHead(403).end()
      const { url: path = '', headers } = request
      service.carried.push({ path, headers, body: Buffer.concat(parts) })
      return response.writeHead(201).end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const { fetch: guarded, log } = desk
  const toService = createFetch({ allowPrivateHosts: [host], log, userAgent: 'Vigie/test' })
  desk.fetch = (url, init) => {
    const { origin, pathname } = new URL(url)
    return origin === service.origin
      ? toService(`http://${host}${pathname}`, init)
      : guarded(url, init)
  }
  return service
}

/** RFC 8292, 2 and 3: a token of ours for that origin, for a day at most, by that key. */
function isSignedBy(key: string, authorization: string, origin: string): boolean {
  const [, token = '', named = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? []
  const [header = '', claims = '', signature = ''] = token.split('.')
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}')
  const left = exp - Date.now() / 1000
  if (named !== key || aud !== origin || !(left > 0 && left <= 86_400)) return false
  if (!/^(mailto:|https:)/.test(sub)) return false
  const point = Buffer.from(key, 'base64url')
  const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((b) =>
    b.toString('base64url'),
  )
  const jwk = { kty: 'EC', crv: 'P-256', x, y }
  return verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
}
