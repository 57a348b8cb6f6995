import type { Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { findWiki } from './find-wiki.ts'
import { describe } from './profile.ts'

export const connect: Connect = { withCredentials, check: describe }

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const login = fields['login']?.trim() ?? ''
  // The password of the account itself would open all of it, and MediaWiki refuses it to programs.
  if (!/^[^@]+@[^@]+$/.test(login)) return rejected('login', notABotLogin)
  const api = await findWiki(tools, fields['wiki'] ?? '')
  if (!api.ok) return api
  const page = fields['page']?.trim() ?? ''
  const settings = { api: api.value, login, page }
  const secrets = { password: fields['password']?.trim() ?? '' }
  const connected = await describe(tools, { remoteId: '', handle: '', settings, secrets })
  if (connected.ok || connected.failure.kind !== 'auth') return connected
  const { detail } = connected.failure
  return failed({ kind: 'rejected', field: 'password', reason: wrongPassword, detail })
}

const notABotLogin = {
  en: 'The login of a bot password has two parts, as Special:BotPasswords shows it: “Camille@vigie”.',
  fr: 'L’identifiant d’un mot de passe de robot a deux parties, comme le montre Spécial:Mots de passe de robots : « Camille@vigie ».',
}

const wrongPassword = {
  en: 'The wiki does not know this login with this bot password. Copy both again from Special:BotPasswords; the password of the account itself does not work here.',
  fr: 'Le wiki ne connaît pas cet identifiant avec ce mot de passe de robot. Copiez-les de nouveau depuis Spécial:Mots de passe de robots ; le mot de passe du compte lui-même ne convient pas ici.',
}
