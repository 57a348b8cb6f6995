import { createHmac, timingSafeEqual } from 'node:crypto'

const ALGORITHMS = ['sha1', 'sha256', 'sha384', 'sha512']

/**
 * Whether `X-Hub-Signature` says that whoever knows the secret sent these bytes (WebSub, section 7.1). Compared in
 * constant time.
 * @param header `method=signature in hexadecimal`
 */
export function isSigned(header: string | undefined, body: Uint8Array, secret: string): boolean {
  const [, method = '', given = ''] = /^(\w+)=([0-9a-f]+)$/i.exec(header?.trim() ?? '') ?? []
  if (!ALGORITHMS.includes(method.toLowerCase())) return false
  const due = createHmac(method.toLowerCase(), secret).update(body).digest()
  const told = Buffer.from(given, 'hex')
  return told.length === due.length && timingSafeEqual(told, due)
}
