import { z } from 'zod'
import type {
  Account,
  Connect,
  Connected,
  Finding,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { appOf } from '#connectors/_meta/login.ts'
import { isGone } from '#connectors/_meta/meaning.ts'
import { callAs, settingsOf } from './account.ts'
import { findTemplate } from './template.ts'

export const connect: Connect = { withCredentials, check, examine, revoke }

const phoneSchema = z.object({
  id: z.string(),
  display_phone_number: z.string(),
  verified_name: z.string().optional(),
  quality_rating: z.string().optional(),
  name_status: z.string().optional(),
  code_verification_status: z.string().optional(),
})

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const typed = (name: string) => fields[name]?.trim() ?? ''
  for (const name of ['phoneNumberId', 'businessAccount'])
    if (!/^\d{5,20}$/.test(typed(name))) return rejected(name, figuresOnly)
  const secrets = { token: typed('token') }
  const phone = await readPhone(tools, { secrets, remoteId: typed('phoneNumberId') })
  if (!phone.ok) return named(phone, 'phoneNumberId')
  const businessAccount = typed('businessAccount')
  const subscribed = await subscribe(tools, { secrets }, businessAccount)
  if (!subscribed.ok) return named(subscribed, 'businessAccount')
  const wanted = { name: typed('template'), language: typed('language') }
  if (wanted.name === '') return done(connected(phone.value, { businessAccount }, secrets))
  const template = await findTemplate(tools, { secrets }, businessAccount, wanted)
  if (!template.ok) return template
  return done(connected(phone.value, { businessAccount, template: template.value }, secrets))
}

/** A token that is refused is the field to correct; so is the number of a thing that this token does not reach. */
function named<T>(outcome: Outcome<T>, field: string): Outcome<never> {
  if (outcome.ok) throw new Error('cannot happen: it was refused')
  const { failure } = outcome
  if (failure.kind === 'auth')
    return failed({ ...failure, kind: 'rejected', field: 'token', reason: wrongToken })
  if (isGone(failure))
    return failed({ kind: 'rejected', field, reason: notReached, detail: failure.detail })
  return failed(failure)
}

const readPhone = (tools: Tools, account: Pick<Account, 'secrets' | 'remoteId'>) =>
  callAs(
    tools,
    account,
    {
      path: `/${account.remoteId}`,
      query: {
        fields:
          'id,display_phone_number,verified_name,quality_rating,name_status,code_verification_status',
      },
    },
    phoneSchema,
  )

/** Asks Meta to tell our app what happens in the business account; asked twice, it changes nothing. */
const subscribe = (tools: Tools, account: Pick<Account, 'secrets'>, businessAccount: string) =>
  callAs(
    tools,
    account,
    { path: `/${businessAccount}/subscribed_apps`, method: 'POST', json: {} },
    z.object({ success: z.boolean() }),
  )

function connected(
  { id, display_phone_number: number, verified_name: name }: z.infer<typeof phoneSchema>,
  settings: Record<string, unknown>,
  secrets: Record<string, string>,
): Connected {
  return {
    account: { remoteId: id, handle: number, settings, secrets },
    displayName: name ?? number,
    profileUrl: `https://wa.me/${number.replace(/\D/g, '')}`,
  }
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const phone = await readPhone(tools, account)
  return phone.ok ? done(connected(phone.value, account.settings, account.secrets)) : phone
}

/** The app is told nothing any more of an account that is let go. */
async function revoke(tools: Tools, account: Account): Promise<Outcome<null>> {
  const { businessAccount } = settingsOf(account)
  const call = { path: `/${businessAccount}/subscribed_apps`, method: 'DELETE' } as const
  const left = await callAs(tools, account, call, z.unknown())
  // Not subscribed any more, or no access any more: there is nothing left to undo.
  const isOver = !left.ok && ['auth', 'rejected'].includes(left.failure.kind)
  return left.ok || isOver ? done(null) : left
}

const subscribedSchema = z.object({
  data: z.array(z.object({ whatsapp_business_api_data: z.object({ id: z.string() }) })),
})

async function examine(tools: Tools, account: Account): Promise<Outcome<Finding[]>> {
  const { businessAccount, template } = settingsOf(account)
  const phone = await readPhone(tools, account)
  if (!phone.ok) return phone
  const path = `/${businessAccount}/subscribed_apps`
  const apps = await callAs(tools, account, { path }, subscribedSchema)
  if (!apps.ok) return apps
  const { appId } = appOf(tools)
  const tells = apps.value.data.some((one) => one.whatsapp_business_api_data.id === appId)
  const { name_status: name = '', quality_rating: quality = '' } = phone.value
  const findings: Finding[] = [
    { what: toldOf, ok: tells, ...(tells ? {} : { next: connectAgain }) },
    nameFinding(name),
    { what: qualityOf, ok: quality !== 'RED', ...(quality === 'RED' ? { next: writeLess } : {}) },
  ]
  if (!template) return done(findings)
  const found = await findTemplate(tools, account, businessAccount, template)
  if (found.ok) return done([...findings, { what: templateOf, ok: true }])
  if (found.failure.kind !== 'rejected') return found
  return done([...findings, { what: templateOf, ok: false, next: found.failure.reason }])
}

function nameFinding(status: string): Finding {
  const isRefused = ['DECLINED', 'EXPIRED'].includes(status)
  return { what: nameOf, ok: !isRefused, ...(isRefused ? { next: correctName } : {}) }
}

const toldOf = {
  en: 'Meta tells your app of messages',
  fr: 'Meta prévient votre application des messages',
}
const connectAgain = {
  en: 'Connect this account again: that subscribes your app to its messages.',
  fr: 'Reconnectez ce compte : cela abonne votre application à ses messages.',
}
const nameOf = { en: 'Display name of the number', fr: 'Nom affiché du numéro' }
const correctName = {
  en: 'Meta has refused the display name. In WhatsApp Manager, Phone numbers, propose another.',
  fr: 'Meta a refusé le nom affiché. Dans le Gestionnaire WhatsApp, à Numéros de téléphone, proposez-en un autre.',
}
const qualityOf = { en: 'Quality of the number', fr: 'Qualité du numéro' }
const writeLess = {
  en: 'People block this number or report it. Write to fewer of them and less often, or Meta will hold the number back.',
  fr: 'Des personnes bloquent ou signalent ce numéro. Écrivez à moins de monde et moins souvent, sinon Meta bridera le numéro.',
}
const templateOf = { en: 'Template of the letters', fr: 'Modèle des lettres' }

const figuresOnly = {
  en: 'This is a number of figures only, as Meta shows it: not the telephone number.',
  fr: 'C’est un identifiant fait de chiffres, tel que Meta l’affiche : pas le numéro de téléphone.',
}
const wrongToken = {
  en: 'Meta does not take this token, or it may not reach WhatsApp. In Business settings, System users, make one with whatsapp_business_messaging and whatsapp_business_management.',
  fr: 'Meta refuse ce jeton, ou il n’ouvre pas WhatsApp. Dans les Paramètres d’entreprise, à Utilisateurs système, créez-en un avec whatsapp_business_messaging et whatsapp_business_management.',
}
const notReached = {
  en: 'This token reaches nothing by that number. Copy it again, and give the system user access to the WhatsApp account.',
  fr: 'Ce jeton ne donne accès à rien sous cet identifiant. Recopiez-le, et donnez à l’utilisateur système l’accès au compte WhatsApp.',
}
