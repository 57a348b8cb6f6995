import { createHmac, randomBytes } from 'node:crypto'

/** The secret of one day (UTC). Once destroyed, the hashes it made tell nothing to anybody. */
export interface DailySalt {
  /** `2026-03-02` */
  day: string
  salt: Buffer
}

export function newSalt(at: Date): DailySalt {
  return { day: dayOf(at), salt: randomBytes(32) }
}

/** The day a salt serves, in UTC: one change a day for all companies of the desk. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/**
 * A name for a visitor that holds for one link and one day: HMAC-SHA256 of address, user agent and
 * code under the day's secret, cut to 16 bytes. The address itself is kept nowhere. As the code is
 * part of it, one person's clicks on two links cannot be joined; as the secret dies with its day,
 * neither can two days, nor can addresses be tried one by one afterwards.
 */
export function visitorOf(
  { salt }: DailySalt,
  visitor: { ip: string; userAgent: string; code: string },
): Buffer {
  const parts = [visitor.ip, visitor.userAgent, visitor.code]
  const hmac = createHmac('sha256', salt)
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part)
  return hmac.digest().subarray(0, 16)
}
