import { z } from 'zod'
import { tokensOf } from '#connectors/_contract/code-grant.ts'
import { ask } from '#connectors/_contract/ask.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { network } from '#connectors/_linkedin/api.ts'
import { signIn } from '#connectors/_linkedin/sign-in.ts'

/** What we do and nothing more (share-on-linkedin, sign-in-with-linkedin-v2, read 2026-11-25). */
const scopes = ['openid', 'profile', 'w_member_social']

export const connect: Connect = {
  ...signIn(scopes, (tools, secrets) =>
    check(tools, { remoteId: '', handle: '', settings: {}, secrets }),
  ),
  check,
}

const personSchema = z.object({
  sub: z.string(),
  name: z.string(),
  picture: z.string().optional(),
})

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const request = {
    url: 'https://api.linkedin.com/v2/userinfo',
    headers: { authorization: `Bearer ${tokensOf(account).accessToken}` },
  }
  const answer = await ask(tools, request, { network, schema: personSchema })
  if (!answer.ok) return answer
  const { sub, name, picture } = answer.value
  return done({
    // LinkedIn does not tell the address of a profile, nor any other name of it.
    account: { ...account, remoteId: `urn:li:person:${sub}`, handle: name },
    displayName: name,
    kind: { en: 'Person', fr: 'Personne' },
    ...(picture ? { avatarUrl: picture } : {}),
    profileUrl: 'https://www.linkedin.com/feed/',
  })
}
