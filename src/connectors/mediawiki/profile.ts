import { z } from 'zod'
import type { Account, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { limitsFrom } from './limits.ts'
import { openSession } from './session.ts'
import { addressOf, wikiOf } from './wiki.ts'

const aboutSchema = z.object({
  query: z.object({
    general: z.object({
      sitename: z.string(),
      server: z.string(),
      articlepath: z.string(),
      uploadsenabled: z.boolean().catch(false),
      maxuploadsize: z.number().catch(104_857_600),
    }),
    fileextensions: z.array(z.object({ ext: z.string() })),
    userinfo: z.object({ id: z.number(), name: z.string(), rights: z.array(z.string()) }),
  }),
})

/** Who the password belongs to, on which wiki, and what both allow today. */
export async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const session = await openSession(tools, account)
  if (!session.ok) return session
  const parameters = {
    meta: 'siteinfo|userinfo',
    siprop: 'general|fileextensions',
    uiprop: 'rights',
  }
  const about = await session.value.read({ action: 'query', parameters }, aboutSchema)
  if (!about.ok) return about
  const { general, fileextensions, userinfo } = about.value.query
  if (!userinfo.rights.includes('edit')) return rejected('password', mayNotEdit)
  const { api, page } = wikiOf(account)
  // `//wiki.example`: with the scheme by which we speak to it.
  const base = new URL(general.server, api).origin
  const { host } = new URL(api)
  const settings = {
    ...account.settings,
    user: userinfo.name,
    pages: base + general.articlepath,
    limits: limitsFrom(general, fileextensions, userinfo.rights),
  }
  return done({
    account: {
      ...account,
      remoteId: `${host}${new URL(api).pathname.replace(/\/api\.php$/, '')}#${userinfo.id}`,
      handle: `${userinfo.name}@${host}`,
      settings,
    },
    displayName: general.sitename,
    profileUrl: addressOf(settings, page),
  })
}

const mayNotEdit = {
  en: 'This bot password does not allow editing. Open Special:BotPasswords on the wiki and tick “Edit existing pages” and “Create, edit, and move pages”.',
  fr: 'Ce mot de passe de robot ne permet pas de modifier. Ouvrez Spécial:Mots de passe de robots sur le wiki et cochez « Modifier des pages existantes » et « Créer, modifier et déplacer des pages ».',
}
