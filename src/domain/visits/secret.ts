import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { hashToken } from '#platform/crypto/tokens.ts'
import { Problem } from '#platform/http/problem.ts'
import { noSecret } from './errors.ts'

/** 32 random bytes in base64url, which no stranger guesses (RFC 4648, section 5). */
const SECRET = /^Bearer (?<secret>[\w-]{43})$/

/**
 * What the visitor's browser keeps, hashed as it is stored.
 * @throws Problem when the request brings none
 */
export function secretOf({ headers }: FastifyRequest): string {
  const { secret } = SECRET.exec(headers.authorization ?? '')?.groups ?? {}
  if (!secret) throw new Problem(noSecret)
  return hashToken(secret)
}

/** Compares two hashes in a time that tells nothing of either. */
export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
