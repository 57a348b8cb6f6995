import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { senderKind } from './account.ts'
import { gatewayOf } from './gateway-of.ts'

export const connect: Connect = { withCredentials, check }

/** What each gateway asks: a name of it there, and its secrets. The last of them is shown as wrong. */
const asked = {
  twilio: { account: 'sid', secrets: ['authToken'] },
  ovh: { account: 'service', secrets: ['applicationKey', 'applicationSecret', 'consumerKey'] },
} as const

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const provider = fields['provider'] === 'ovh' ? 'ovh' : 'twilio'
  const typed = (name: string) => fields[name]?.trim() ?? ''
  const sender = senderOf(typed('sender'))
  if (!sender) return rejected('sender', notASender)
  if (provider === 'ovh' && senderKind(sender) === 'service') return rejected('sender', notASender)
  const { account, secrets } = asked[provider]
  const missing = [account, ...secrets].find((name) => typed(name) === '')
  if (missing) return rejected(missing, needed)
  const connected = await check(tools, {
    remoteId: `${provider}:${typed(account)}:${sender}`,
    handle: sender,
    settings: { provider, sender, [account]: typed(account) },
    secrets: Object.fromEntries(secrets.map((name) => [name, typed(name)])),
  })
  if (connected.ok || connected.failure.kind !== 'auth') return connected
  const field = secrets.at(-1) ?? account
  return failed({ ...connected.failure, kind: 'rejected', field, reason: wrongKeys })
}

/** A number, a name of 3 to 11 letters and digits, or the service of Twilio that chooses among several. */
function senderOf(typed: string): string | null {
  const number = typed.replace(/[\s.()-]/g, '')
  if (/^\+[1-9]\d{6,14}$/.test(number) || /^\d{3,8}$/.test(number)) return number
  if (senderKind(typed) === 'service') return typed
  return /^(?=.*[A-Za-z])[A-Za-z0-9 ]{3,11}$/.test(typed) ? typed : null
}

const notASender = {
  en: 'Give a number with its country code (+33…), or a name of 3 to 11 letters and digits without accents. Twilio also takes the SID of a Messaging Service (MG…).',
  fr: 'Indiquez un numéro avec son indicatif (+33…), ou un nom de 3 à 11 lettres et chiffres sans accent. Twilio accepte aussi le SID d’un Messaging Service (MG…).',
}

const needed = {
  en: 'The provider you chose needs it.',
  fr: 'L’opérateur que vous avez choisi en a besoin.',
}

const wrongKeys = {
  en: 'The provider refuses these keys. Copy each of them again from its console.',
  fr: 'L’opérateur refuse ces clés. Recopiez chacune d’elles depuis sa console.',
}

/** Reads the account; nothing is sent. */
async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const looked = await gatewayOf(tools, account).look()
  if (!looked.ok) return looked
  const { name, url } = looked.value
  return done({ account, displayName: name || account.handle, profileUrl: url })
}
