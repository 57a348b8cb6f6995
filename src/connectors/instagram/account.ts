import { z } from 'zod'
import type { Connected } from '#connectors/_contract/connector.ts'
import { pageGraph } from '#connectors/_meta/page-graph.ts'
import { explain } from './explain.ts'

export const network = 'Instagram'

/** The Graph API in the name of the page that the account is linked to. */
export const { graphOf, callAs } = pageGraph({ network, explain })

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
