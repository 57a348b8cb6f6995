import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call, unlessGone } from './api.ts'

export const connect: Connect = connectAs()

/** @param plays the network that its accounts play, if one: a handle belongs to somebody else at each */
export function connectAs(plays?: string): Connect {
  return {
    withCredentials: (tools, fields) => signIn(tools, fields, plays),
    check: async (tools, account) => {
      const answer = await call(tools, account, { path: '/account' }, accountSchema)
      return answer.ok ? done(connected(answer.value, account.secrets, plays)) : answer
    },
    revoke,
  }
}

const accountSchema = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  url: z.string(),
  network: z.string(),
  limits: z.object({ textMax: z.number(), imagesMax: z.number() }),
})

async function signIn(
  tools: Tools,
  { handle = '', password = '', name = '' }: Record<string, string>,
  plays: string | undefined,
): Promise<Outcome<Connected>> {
  const json = { handle, password, ...(name.trim() ? { name } : {}), ...(plays ? { plays } : {}) }
  const schema = z.object({ token: z.string(), account: accountSchema })
  const answer = await call(tools, null, { path: '/sessions', method: 'POST', json }, schema)
  if (!answer.ok) return answer
  return done(connected(answer.value.account, { token: answer.value.token }, plays))
}

async function revoke(tools: Tools, account: Account): Promise<Outcome<null>> {
  const answer = await call(tools, account, { path: '/sessions', method: 'DELETE' }, z.unknown())
  // Already revoked is revoked.
  if (!answer.ok && answer.failure.kind === 'auth') return done(null)
  return unlessGone(answer)
}

function connected(
  { id, handle, name, url, network, limits }: z.infer<typeof accountSchema>,
  secrets: Record<string, string>,
  plays: string | undefined,
): Connected {
  // Whoever plays a network is called as there, and has its limits.
  const account = plays
    ? { handle: handle.replace(`@${plays}`, ''), settings: {} }
    : { handle, settings: { network, ...limits } }
  return {
    account: { remoteId: id, ...account, secrets },
    displayName: name,
    profileUrl: url,
  }
}
