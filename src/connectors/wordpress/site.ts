import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({
  /** The root of the site's REST API: `https://…/wp-json/` or `https://…/index.php?rest_route=/`. */
  api: z.string(),
  login: z.string(),
  userId: z.number(),
  canUpload: z.boolean().catch(true),
  canModerate: z.boolean().catch(false),
})

const secretsSchema = z.object({ password: z.string() })

export type Site = z.infer<typeof settingsSchema>

export const siteOf = (account: Pick<Account, 'settings'>): Site =>
  settingsSchema.parse(account.settings)

/** HTTP Basic, as RFC 7617 says it for letters beyond ASCII. */
export function credentialsOf(account: Pick<Account, 'settings' | 'secrets'>): string {
  const { password } = secretsSchema.parse(account.secrets)
  const pair = `${settingsSchema.pick({ login: true }).parse(account.settings).login}:${password}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

/** Where a route of the API is, with and without pretty addresses. */
export function routeOf(api: string, route: string, query: Record<string, string> = {}): URL {
  const url = new URL(api)
  const plain = url.searchParams.get('rest_route')
  if (plain === null) url.pathname = `${url.pathname.replace(/\/$/, '')}${route}`
  else url.searchParams.set('rest_route', `${plain.replace(/\/$/, '')}${route}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}
