import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'

export const network = 'Ghost'

const settingsSchema = z.object({
  /** The root of the Admin API: `https://…/ghost/api/admin/`. */
  api: z.string(),
})

export const apiOf = (account: Pick<Account, 'settings'>): string =>
  settingsSchema.parse(account.settings).api

/** An Admin API key, as Ghost shows it: an id and a secret in hexadecimal. */
export const keyPattern = /^([0-9a-f]{24}):((?:[0-9a-f]{2}){32})$/

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * A token for one request, good for five minutes as Ghost demands (docs.ghost.org/admin-api, Token authentication,
 * read 2026-11-25).
 */
export function tokenOf(
  account: Pick<Account, 'secrets'>,
  { clock }: Pick<Tools, 'clock'>,
): string {
  const { key } = z.object({ key: z.string() }).parse(account.secrets)
  const [, id = '', secret = ''] = keyPattern.exec(key) ?? []
  const now = Math.floor(clock.now().getTime() / 1000)
  const said = [
    part({ alg: 'HS256', typ: 'JWT', kid: id }),
    part({ iat: now, exp: now + 300, aud: '/admin/' }),
  ].join('.')
  const signed = createHmac('sha256', Buffer.from(secret, 'hex')).update(said).digest('base64url')
  return `${said}.${signed}`
}
