import { createHash, hkdfSync } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'

/** A key to sign with (ES256, RFC 7518). Its private half cannot be read out again. */
export interface SigningKey {
  /** Its thumbprint (RFC 7638): the same key has the same name. */
  kid: string
  privateKey: CryptoKey
  /** What others check our signatures with; nothing in it is secret. */
  publicJwk: PublicJwk
}

export interface PublicJwk {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
  kid: string
  alg: 'ES256'
  use: 'sig'
}

/**
 * The key that follows from a secret of the desk for one purpose: always the same, in whatever process, and kept
 * nowhere. 48 bytes by HKDF-SHA-256 (RFC 5869) become a scalar as FIPS 186-5, A.2.1 says.
 */
export async function signingKeyFrom(secret: string, purpose: string): Promise<SigningKey> {
  const seed = hkdfSync('sha256', secret, '', `vigie signing ${purpose}`, 48)
  const scalar = p256.utils.randomSecretKey(new Uint8Array(seed))
  const point = p256.getPublicKey(scalar, false)
  const x = base64url(point.subarray(1, 33))
  const y = base64url(point.subarray(33))
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as const
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const privateKey = await crypto.subtle.importKey(
    'jwk',
    { ...jwk, d: base64url(scalar) },
    algorithm,
    false,
    ['sign'],
  )
  const kid = thumbprint(jwk)
  return { kid, privateKey, publicJwk: { ...jwk, kid, alg: 'ES256', use: 'sig' } }
}

/** Its members in the order that RFC 7638, 3.2 asks for. */
function thumbprint({ crv, kty, x, y }: Omit<PublicJwk, 'kid' | 'alg' | 'use'>): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
