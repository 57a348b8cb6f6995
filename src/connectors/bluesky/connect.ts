import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  isNobodyThere,
  noServerAt,
  notAnAddress,
  rejected,
} from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { defaultServer, profileUrl, secretsOf, serverOf } from './account.ts'
import { profileSchema } from './profile.ts'
import { expiryOf, openSession, refreshSession, sessionSchema } from './session.ts'
import { isNamed, network, xrpc } from './xrpc.ts'

export const connect: Connect = {
  withCredentials,
  check,
  async refresh(tools, account) {
    const fresh = await refreshSession(tools, account, secretsOf(account).refreshJwt)
    return fresh.ok
      ? done({ secrets: { ...fresh.value.secrets }, expiresAt: fresh.value.expiresAt })
      : fresh
  },
  async revoke(tools, account) {
    const { refreshJwt } = secretsOf(account)
    const call = { method: 'com.atproto.server.deleteSession', token: refreshJwt }
    const answer = await xrpc(tools, serverOf(account), call, z.unknown())
    // Already gone is gone.
    return answer.ok || answer.failure.kind === 'auth' ? done(null) : answer
  },
}

/** How the server writes app passwords: `abcd-efgh-ijkl-mnop`. */
const appPassword = /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
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
  const secrets = { accessJwt, refreshJwt }
  return describe(tools, { remoteId: did, handle, settings: { server }, secrets })
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

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const session = openSession(tools, account)
  const call = { method: 'com.atproto.server.getSession', params: {} }
  const answer = await session.call(call, z.object({ did: z.string(), handle: z.string() }))
  if (!answer.ok) return answer
  const { handle } = answer.value
  return describe(tools, { ...account, handle, secrets: { ...session.secrets() } })
}

/** Name and picture come from the public view of the network; an account works without them. */
async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const session = openSession(tools, account)
  const call = { method: 'app.bsky.actor.getProfile', params: { actor: account.remoteId } }
  const profile = await session.call(call, profileSchema)
  const { accessJwt } = session.secrets()
  return done({
    account: { ...account, secrets: { ...session.secrets() } },
    displayName: (profile.ok && profile.value.displayName) || account.handle,
    avatarUrl: profile.ok ? profile.value.avatar : undefined,
    profileUrl: profileUrl(account.remoteId),
    expiresAt: expiryOf(accessJwt),
  })
}
