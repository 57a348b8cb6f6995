import { z } from 'zod'
import { ask } from '#connectors/_contract/ask.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  isNobodyThere,
  noServerAt,
  notAnAddress,
  rejected,
} from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { call } from './api.ts'
import { apiOf, keyPattern, network } from './site.ts'

export const connect: Connect = { withCredentials, check: describe }

const siteSchema = z.object({
  site: z.object({
    title: z.string(),
    url: z.string(),
    icon: z.string().nullish(),
    site_uuid: z.string().optional(),
  }),
})

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const typed = fields['site'] ?? ''
  const api = apiAt(typed)
  if (!api) return rejected('site', notAnAddress(typed))
  const key = fields['key']?.trim() ?? ''
  if (!keyPattern.test(key)) return rejected('key', notAKey)
  // Anybody may ask what the site is: the address is known to be right before the key is tried.
  const site = await ask(tools, { url: new URL('site/', api) }, { network, schema: siteSchema })
  if (!site.ok) {
    const { failure } = site
    const isElsewhere = isNobodyThere(failure) || failure.kind === 'rejected'
    if (!isElsewhere) return site
    const reason = noServerAt(typed, network)
    return failed({ kind: 'rejected', field: 'site', reason, detail: failure.detail })
  }
  const connected = await describe(tools, {
    remoteId: '',
    handle: '',
    settings: { api },
    secrets: { key },
  })
  if (connected.ok || connected.failure.kind !== 'auth') return connected
  const { detail } = connected.failure
  return failed({ kind: 'rejected', field: 'key', reason: wrongKey, detail })
}

/** Ghost may be in a sub-folder; an address of its own dashboard leads there too. */
function apiAt(typed: string): string | null {
  const origin = serverAddress(typed)
  if (!origin) return null
  const [, folder = ''] = /^(?:[a-z]+:\/\/)?[^/]+(\/[^?#]*)?/i.exec(typed.trim()) ?? []
  return `${origin}${folder.replace(/\/(?:ghost(?:\/.*)?)?$/, '')}/ghost/api/admin/`
}

/** Whether the key opens the site, and what the site is called today. */
async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const posts = z.object({ posts: z.array(z.unknown()) })
  const query = { limit: '1', fields: 'id' }
  const opened = await call(tools, account, { path: 'posts/', query }, posts)
  if (!opened.ok) return opened
  const about = await call(tools, account, { path: 'site/' }, siteSchema)
  if (!about.ok) return about
  const { title, url, icon } = about.value.site
  const { host, pathname } = new URL(url)
  const place = `${host}${pathname.replace(/\/$/, '')}`
  return done({
    account: { ...account, remoteId: place, handle: place, settings: { api: apiOf(account) } },
    displayName: title || place,
    avatarUrl: icon ?? undefined,
    profileUrl: url,
  })
}

const notAKey = {
  en: 'An Admin API key is an identifier, a colon and a long secret. Copy the whole of it from Settings → Integrations in Ghost; the Content API key is another one.',
  fr: 'Une clé Admin API est un identifiant, deux-points et un long secret. Copiez-la entière depuis Settings → Integrations dans Ghost ; la clé Content API en est une autre.',
}

const wrongKey = {
  en: 'The site does not know this Admin API key. Copy it again from Settings → Integrations in Ghost.',
  fr: 'Le site ne connaît pas cette clé Admin API. Copiez-la de nouveau depuis Settings → Integrations dans Ghost.',
}
