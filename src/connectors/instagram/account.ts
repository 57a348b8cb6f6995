import { z } from 'zod'
import type { Account, Connected, Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { callGraph, type Call, type Graph } from '#connectors/_meta/graph.ts'
import { appOf, facebookBase } from '#connectors/_meta/login.ts'
import { explain } from './explain.ts'

export const network = 'Instagram'

const secretsSchema = z.object({ pageToken: z.string() })

/** The Graph API in the name of the page that the account is linked to. */
export const graphOf = (tools: Tools, account: Pick<Account, 'secrets'>): Graph => ({
  network,
  base: facebookBase,
  token: secretsSchema.parse(account.secrets).pageToken,
  appSecret: appOf(tools).appSecret,
  explain,
})

export const callAs = <T>(
  tools: Tools,
  account: Account,
  call: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> => callGraph(tools, graphOf(tools, account), call, schema)

export const profileFields =
  'id,username,name,profile_picture_url,followers_count,follows_count,media_count'

const count = z.number().optional().catch(undefined)

export const profileSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string().optional().catch(undefined),
  profile_picture_url: z.string().optional().catch(undefined),
  followers_count: count,
  follows_count: count,
  media_count: count,
})

/** An account as people know it. The token of its page has no end. */
export function connectedAs(
  { id, username, name, profile_picture_url }: z.infer<typeof profileSchema>,
  secrets: Record<string, string>,
): Connected {
  return {
    account: { remoteId: id, handle: username, settings: {}, secrets },
    displayName: name || username,
    avatarUrl: profile_picture_url,
    profileUrl: `https://www.instagram.com/${username}/`,
  }
}
