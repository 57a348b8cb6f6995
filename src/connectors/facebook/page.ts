import { z } from 'zod'
import type { Connected } from '#connectors/_contract/connector.ts'
import { facebookBase } from '#connectors/_meta/login.ts'
import { pageGraph } from '#connectors/_meta/page-graph.ts'
import { explain } from './explain.ts'

export const network = 'Facebook'

/** Videos go to a host of their own (docs/video-api/guides/publishing, read 2026-11-25). */
export const videoBase = facebookBase.replace('//graph.', '//graph-video.')

/** The Graph API in the name of a page. */
export const { graphOf, callAs } = pageGraph({ network, explain })

export const pageFields = 'id,name,username,link,followers_count,picture{url}'

export const pageSchema = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string().optional().catch(undefined),
  link: z.string().optional().catch(undefined),
  followers_count: z.number().optional().catch(undefined),
  picture: z
    .object({ data: z.object({ url: z.string() }) })
    .optional()
    .catch(undefined),
})

/** A page as people know it. Its token, made from one of sixty days, has no end. */
export function connectedPage(
  page: z.infer<typeof pageSchema>,
  secrets: Record<string, string>,
): Connected {
  const { id, name, username, link, picture } = page
  return {
    account: { remoteId: id, handle: username ?? name, settings: {}, secrets },
    displayName: name,
    avatarUrl: picture?.data.url,
    profileUrl: link ?? `https://www.facebook.com/${id}`,
  }
}
