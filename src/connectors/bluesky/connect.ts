import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { grantedOf, isGranted, profileUrl, secretsOf, serverOf } from './account.ts'
import { withCredentials } from './app-password.ts'
import { examine } from './examine.ts'
import { secretsIn } from './oauth/grant.ts'
import { giveBack, renew } from './oauth/renew.ts'
import { begin, finish } from './oauth/visit.ts'
import { profileSchema } from './profile.ts'
import { expiryOf, openSession, refreshSession } from './session.ts'
import { xrpc } from './xrpc.ts'

export const connect: Connect = {
  begin,
  async finish(tools, callback, redirectUri, memo) {
    const account = await finish(tools, callback, redirectUri, memo)
    return account.ok ? describe(tools, account.value.account, account.value.expiresAt) : account
  },
  async withCredentials(tools, fields) {
    const account = await withCredentials(tools, fields)
    return account.ok ? describe(tools, account.value) : account
  },
  check,
  examine,
  async refresh(tools, account) {
    if (isGranted(account)) {
      const fresh = await renew(tools, account)
      if (!fresh.ok) return fresh
      const secrets = secretsIn(fresh.value, grantedOf(account).proofKey)
      return done({ secrets, expiresAt: fresh.value.expiresAt })
    }
    const fresh = await refreshSession(tools, account, secretsOf(account).refreshJwt)
    return fresh.ok
      ? done({ secrets: { ...fresh.value.secrets }, expiresAt: fresh.value.expiresAt })
      : fresh
  },
  async revoke(tools, account) {
    if (isGranted(account)) return giveBack(tools, account)
    const { refreshJwt } = secretsOf(account)
    const call = { method: 'com.atproto.server.deleteSession', token: refreshJwt }
    const answer = await xrpc(tools, serverOf(account), call, z.unknown())
    // Already gone is gone.
    return answer.ok || answer.failure.kind === 'auth' ? done(null) : answer
  },
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const session = openSession(tools, account)
  const call = { method: 'com.atproto.server.getSession', params: {} }
  const answer = await session.call(call, z.object({ did: z.string(), handle: z.string() }))
  if (!answer.ok) return answer
  const { handle } = answer.value
  return describe(tools, {
    ...account,
    handle,
    secrets: { ...account.secrets, ...session.secrets() },
  })
}

/** Name and picture come from the public view of the network; an account works without them. */
async function describe(
  tools: Tools,
  account: Account,
  expiresAt?: Date,
): Promise<Outcome<Connected>> {
  const session = openSession(tools, account)
  const call = { method: 'app.bsky.actor.getProfile', params: { actor: account.remoteId } }
  const profile = await session.call(call, profileSchema)
  const secrets = { ...account.secrets, ...session.secrets() }
  return done({
    account: { ...account, secrets },
    displayName: (profile.ok && profile.value.displayName) || account.handle,
    avatarUrl: profile.ok ? profile.value.avatar : undefined,
    profileUrl: profileUrl(account.remoteId),
    expiresAt: expiresAt ?? expiryOf(secrets['accessJwt'] ?? ''),
  })
}
