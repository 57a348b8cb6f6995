import { z } from 'zod'
import type { Account, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { serverOf } from './account.ts'
import { instanceSchema, limitsFrom } from './limits.ts'
import { call, callAs } from './server.ts'

export const ownProfileSchema = z.object({
  id: z.string(),
  username: z.string(),
  acct: z.string(),
  display_name: z.string().default(''),
  avatar: z.string().optional().catch(undefined),
  url: z.string(),
  followers_count: z.number().optional().catch(undefined),
  following_count: z.number().optional().catch(undefined),
  statuses_count: z.number().optional().catch(undefined),
})

/** Who the token belongs to, with the limits of their server as they are today. */
export async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const request = { path: '/api/v1/accounts/verify_credentials' }
  const answer = await callAs(tools, account, request, ownProfileSchema)
  if (!answer.ok) return answer
  const profile = answer.value
  const server = serverOf(account)
  const limits = await readLimits(tools, server)
  const settings = { ...account.settings, server, ...(limits ? { limits } : {}) }
  const handle = `${profile.username}@${new URL(server).host}`
  return done({
    account: { ...account, remoteId: profile.id, handle, settings },
    displayName: profile.display_name || profile.username,
    avatarUrl: profile.avatar,
    profileUrl: profile.url,
  })
}

/** Version 2 came with Mastodon 4.0; others (snac, Pleroma) have the first only. */
async function readLimits(tools: Tools, server: string) {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    const answer = await call(tools, server, { path }, instanceSchema)
    if (answer.ok && (answer.value.configuration || answer.value.max_toot_chars)) {
      return limitsFrom(answer.value)
    }
  }
  return null
}
