import { createHash, randomBytes } from 'node:crypto'

/**
 * A token nobody can guess, safe in an address.
 * @param bytes of randomness; 32 by default
 */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

/**
 * What the database keeps of a token: SHA-256 in hexadecimal. Enough for tokens made by
 * `randomToken`, which cannot be guessed; never for passwords.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
