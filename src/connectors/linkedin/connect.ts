import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { idOf } from '#connectors/_linkedin/account.ts'
import { call } from '#connectors/_linkedin/api.ts'
import { signIn } from '#connectors/_linkedin/sign-in.ts'

/** What we do and nothing more (comments-api and posts-api, li-lms-2026, read 2026-11-25). */
const scopes = [
  'rw_organization_admin',
  'r_organization_social',
  'w_organization_social',
  'r_organization_social_feed',
  'w_organization_social_feed',
]

export const connect: Connect = { ...signIn(scopes, whose), check }

/** Every page that the person administers: they say which to connect. */
async function whose(tools: Tools, secrets: Account['secrets']): Promise<Outcome<Connected[]>> {
  const pages = await administered(tools, secrets)
  if (!pages.ok) return pages
  const found: Connected[] = []
  for (const remoteId of pages.value) {
    const page = await check(tools, { remoteId, handle: '', settings: {}, secrets })
    if (!page.ok) return page
    found.push(page.value)
  }
  if (found.length > 0) return done(found)
  return failed({ kind: 'rejected', reason: noPage, detail: 'no page is administered' })
}

async function administered(
  tools: Tools,
  secrets: Record<string, string>,
): Promise<Outcome<string[]>> {
  const path = 'organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED&start=0&count=100'
  const schema = z.object({ elements: z.array(z.object({ organization: z.string() })) })
  const answer = await call(tools, { secrets }, { path }, schema)
  if (!answer.ok) return answer
  return done([...new Set(answer.value.elements.map(({ organization }) => organization))])
}

const pageSchema = z.object({
  id: z.number(),
  localizedName: z.string(),
  vanityName: z.string().optional(),
})

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const path = `organizations/${idOf(account.remoteId)}`
  const answer = await call(tools, account, { path }, pageSchema)
  if (!answer.ok) return answer
  const { id, localizedName, vanityName } = answer.value
  const handle = vanityName ?? String(id)
  return done({
    account: { ...account, remoteId: `urn:li:organization:${id}`, handle },
    displayName: localizedName,
    kind: { en: 'Page', fr: 'Page' },
    profileUrl: `https://www.linkedin.com/company/${handle}/`,
  })
}

const noPage = {
  en: 'This LinkedIn account administers no page. Ask an administrator of the page for the “Super admin” role, then begin again.',
  fr: 'Ce compte LinkedIn n’administre aucune page. Demandez à un administrateur de la page le rôle « Super administrateur », puis recommencez.',
}
