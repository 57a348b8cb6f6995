import { z } from 'zod'
import type { Account, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { call } from './api.ts'
import { notAllowed } from './refusals.ts'

const indexSchema = z.object({
  name: z.string(),
  home: z.string(),
  site_icon_url: z.string().optional().catch(undefined),
  /** An empty list where nothing is offered. */
  authentication: z.unknown(),
})

const userSchema = z.object({
  id: z.number(),
  name: z.string(),
  slug: z.string(),
  capabilities: z.record(z.string(), z.boolean()),
})

/** Whose password it is, on which site, and what they may do there. */
export async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const fields = { _fields: 'name,home,site_icon_url,authentication' }
  const index = await call(tools, account, { route: '/', query: fields }, indexSchema)
  if (!index.ok) return index
  const site = index.value
  if (!JSON.stringify(site.authentication ?? []).includes('application-passwords')) {
    return rejected('site', noPasswords)
  }
  const me = { route: '/wp/v2/users/me', query: { context: 'edit' } }
  const user = await call(tools, account, me, userSchema)
  if (!user.ok) return user
  const { id, name, slug, capabilities: may } = user.value
  if (!may['publish_posts']) return rejected('login', notAllowed)
  const { host, pathname } = new URL(site.home)
  const place = `${host}${pathname.replace(/\/$/, '')}`
  const rights = {
    canUpload: may['upload_files'] === true,
    canModerate: may['moderate_comments'] === true,
  }
  return done({
    account: {
      ...account,
      remoteId: `${place}#${id}`,
      handle: `${slug}@${place}`,
      settings: { ...account.settings, userId: id, ...rights },
    },
    displayName: htmlToText(site.name) || name,
    avatarUrl: site.site_icon_url || undefined,
    profileUrl: site.home,
  })
}

const noPasswords = {
  en: 'This site has application passwords turned off, or is not served over https. Ask its administrator to allow them, then connect again.',
  fr: 'Les mots de passe d’application sont désactivés sur ce site, ou il n’est pas servi en https. Demandez à son administrateur de les permettre, puis connectez à nouveau.',
}
