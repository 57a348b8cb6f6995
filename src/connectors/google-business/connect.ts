import { z } from 'zod'
import type {
  Account,
  Connect,
  Connected,
  Finding,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { type Call, callGoogle } from '#connectors/_google/call.ts'
import { googleLogin } from '#connectors/_google/login.ts'
import { settingsOf } from './account.ts'
import { accounts, information, network, service } from './api.ts'
import { scope } from './app.ts'

const login = googleLogin(network, scope, whose)

export const connect: Connect = { ...login, check, examine, revoke }

/** What we read of a location (mybusinessbusinessinformation v1). */
const locationSchema = z.object({
  name: z.string(),
  title: z.string(),
  storeCode: z.string().optional(),
  storefrontAddress: z
    .object({ addressLines: z.array(z.string()).default([]), locality: z.string().default('') })
    .optional(),
  metadata: z
    .object({ mapsUri: z.string().optional(), hasVoiceOfMerchant: z.boolean().optional() })
    .default({}),
})

type Location = z.infer<typeof locationSchema>

const readMask = 'name,title,storeCode,storefrontAddress,metadata'

/** Every location that the person manages, by whichever of their accounts it is found first. */
async function whose(tools: Tools, secrets: Account['secrets']): Promise<Outcome<Connected[]>> {
  const theirs = await accountNames(tools, secrets)
  if (!theirs.ok) return theirs
  const found = new Map<string, { location: Location; through: string }>()
  for (const through of theirs.value) {
    const locations = await locationsOf(tools, secrets, through)
    if (!locations.ok) return locations
    for (const location of locations.value) {
      if (!found.has(location.name)) found.set(location.name, { location, through })
    }
  }
  if (found.size === 0) return rejected('location', noLocation)
  const alone = found.size === 1
  const all = [...found.values()]
  return done(all.map(({ location, through }) => shown(location, { secrets, through, alone })))
}

/** A page of accounts has 20 at most, one of locations 100. */
const mostPages = 20

const pageSchema = z.object({ nextPageToken: z.string().optional() })

async function accountNames(tools: Tools, secrets: Account['secrets']): Promise<Outcome<string[]>> {
  const schema = pageSchema.extend({
    accounts: z.array(z.object({ name: z.string() })).default([]),
  })
  const query = { pageSize: '20' }
  return allPages(tools, secrets, { url: accounts, query }, schema, (page) =>
    page.accounts.map(({ name }) => name),
  )
}

function locationsOf(tools: Tools, secrets: Account['secrets'], through: string) {
  const schema = pageSchema.extend({ locations: z.array(locationSchema).default([]) })
  const call = { url: `${information}/${through}/locations`, query: { readMask, pageSize: '100' } }
  return allPages(tools, secrets, call, schema, (page) => page.locations)
}

async function allPages<P extends { nextPageToken?: string }, T>(
  tools: Tools,
  secrets: Account['secrets'],
  call: Call,
  schema: z.ZodType<P>,
  itemsOf: (page: P) => T[],
): Promise<Outcome<T[]>> {
  const items: T[] = []
  const query: Record<string, string> = { ...call.query }
  for (let page = 0; page < mostPages; page++) {
    const answer = await callGoogle(tools, { secrets }, service, { ...call, query }, schema)
    if (!answer.ok) return answer
    items.push(...itemsOf(answer.value))
    if (!answer.value.nextPageToken) break
    query['pageToken'] = answer.value.nextPageToken
  }
  return done(items)
}

/** A company’s locations often have one name: where each is tells them apart. */
function shown(
  { name, title, storeCode, storefrontAddress, metadata }: Location,
  { secrets, ...known }: { secrets: Account['secrets']; through: string; alone: boolean },
): Connected {
  const [street = ''] = storefrontAddress?.addressLines ?? []
  const where = [street, storefrontAddress?.locality ?? ''].filter((part) => part !== '')
  const search = `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent([title, ...where].join(' '))}`
  const page = metadata.mapsUri ?? search
  const handle = where.join(', ') || storeCode || title
  const remoteId = name.replace(/^locations\//, '')
  const account = { remoteId, handle, settings: { ...known, page }, secrets }
  return { account, displayName: title, profileUrl: page }
}

function readLocation(tools: Tools, account: Account): Promise<Outcome<Location>> {
  const url = `${information}/locations/${encodeURIComponent(account.remoteId)}`
  return callGoogle(tools, account, service, { url, query: { readMask } }, locationSchema)
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const location = await readLocation(tools, account)
  if (!location.ok) return location
  const { through, alone } = settingsOf(account)
  return done(shown(location.value, { secrets: account.secrets, through, alone }))
}

async function examine(tools: Tools, account: Account): Promise<Outcome<Finding[]>> {
  const location = await readLocation(tools, account)
  if (!location.ok) return location
  const ok = location.value.metadata.hasVoiceOfMerchant !== false
  return done([{ what: verified, ok, ...(ok ? {} : { next: askToVerify }) }])
}

/**
 * Google withdraws the app from a person, never from one location: where the person manages several, the others that
 * they connected would be cut off too.
 */
async function revoke(tools: Tools, account: Account): Promise<Outcome<null>> {
  const alone = settingsOf(account).alone
  return alone && login.revoke ? login.revoke(tools, account) : done(null)
}

const noLocation = {
  en: 'Google showed no location that this account manages. Begin again with the account of an owner or manager, or ask an owner to invite it.',
  fr: 'Google n’a montré aucun établissement que gère ce compte. Recommencez avec le compte d’un propriétaire ou d’un administrateur, ou demandez à un propriétaire de l’inviter.',
}

const verified = {
  en: 'The location is verified by Google',
  fr: 'L’établissement est validé par Google',
}

const askToVerify = {
  en: 'Open the location on Google and verify it: until then its posts and answers are shown to nobody.',
  fr: 'Ouvrez la fiche de l’établissement sur Google et faites-la valider : d’ici là, ses posts et ses réponses ne sont montrés à personne.',
}
