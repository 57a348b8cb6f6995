import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  isNobodyThere,
  noServerAt,
  notAnAddress,
  rejected,
} from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { defaultServer } from './account.ts'
import { sessionSchema } from './session.ts'
import { isNamed, network, xrpc } from './xrpc.ts'

/** How the server writes app passwords: `abcd-efgh-ijkl-mnop`. */
const appPassword = /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/

/** Opens a session by an app password; a main password is refused before anything is sent. */
export async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Account>> {
  const typed = fields['server']?.trim() || defaultServer
  const server = serverAddress(typed)
  if (!server) return rejected('server', notAnAddress(typed))
  const password = fields['appPassword']?.trim() ?? ''
  // The main password must not even leave the desk.
  if (!appPassword.test(password)) return rejected('appPassword', notAnAppPassword)
  const identifier = (fields['handle'] ?? '').trim().replace(/^@/, '')
  const call = { method: 'com.atproto.server.createSession', json: { identifier, password } }
  const answer = await xrpc(tools, server, call, sessionSchema)
  if (!answer.ok) return failed(explain(answer.failure, typed))
  const { accessJwt, refreshJwt, did, handle } = answer.value
  // Those of an access that was given on the network's page, and may have been there, are emptied.
  const secrets = { accessJwt, refreshJwt, accessToken: '', refreshToken: '', proofKey: '' }
  return done({ remoteId: did, handle, settings: { server }, secrets })
}

const notAnAppPassword = {
  en: 'This is not an app password. Create one in the settings of Bluesky; it looks like abcd-efgh-ijkl-mnop.',
  fr: 'Ceci n’est pas un mot de passe d’application. Créez-en un dans les paramètres de Bluesky ; il ressemble à abcd-efgh-ijkl-mnop.',
}

const wrongPair = {
  en: 'Bluesky does not recognise this handle with this app password. If your account lives on a server of its own, give its address.',
  fr: 'Bluesky ne reconnaît pas cet identifiant avec ce mot de passe d’application. Si votre compte vit sur un serveur à part, indiquez son adresse.',
}

function explain(failure: Failure, typed: string): Failure {
  const { detail } = failure
  if (isNamed(failure, 'AuthenticationRequired')) {
    return { kind: 'rejected', reason: wrongPair, field: 'appPassword', detail }
  }
  if (failure.kind === 'rejected' || isNobodyThere(failure)) {
    return { kind: 'rejected', reason: noServerAt(typed, network), field: 'server', detail }
  }
  return failure
}
