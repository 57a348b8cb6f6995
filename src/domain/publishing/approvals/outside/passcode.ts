import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(scrypt) as (code: string, salt: Buffer, length: number) => Promise<Buffer>

/** A passcode as the database keeps it: scrypt (RFC 7914) with Node's usual cost and a salt of its own. */
export async function hashPasscode(code: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(code, salt, 32)).toString('base64url')}`
}

export async function isPasscode(code: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split('.')
  const wanted = Buffer.from(hash, 'base64url')
  return timingSafeEqual(await derive(code, Buffer.from(salt, 'base64url'), wanted.length), wanted)
}

/** What stands for the passcode once it was given, in addresses of pictures too: worth nothing without the link. */
export const proofOf = (token: string, kept: string): string =>
  createHash('sha256').update(`${token} ${kept}`).digest('base64url')

export const isProof = (given: string, token: string, kept: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(proofOf(token, kept))]
  return one.length === other.length && timingSafeEqual(one, other)
}
