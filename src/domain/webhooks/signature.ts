import { createHmac } from 'node:crypto'
import { randomToken } from '#platform/crypto/tokens.ts'

const PREFIX = 'whsec_'

/** A signing secret of 24 random bytes, written as Standard Webhooks writes it: `whsec_` and base64. */
export function newSecret(): string {
  return PREFIX + Buffer.from(randomToken(24), 'base64url').toString('base64')
}

/**
 * Headers that prove where a message comes from and when it left (Standard Webhooks 1.0.0, standardwebhooks.com, read
 * 2026-11-25): HMAC-SHA256 over `id.timestamp.body`, in base64, one signature per secret.
 * @param secrets the present one, and the former one while it is being replaced
 */
export function signed(
  secrets: readonly string[],
  { id, body, at }: { id: string; body: string; at: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
