import { z } from 'zod'
import type { Mention } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { call } from '#connectors/_linkedin/api.ts'

/** Only a page, by the whole name that its address ends with: LinkedIn has no other search for apps of this kind. */
export const mention: Mention = {
  async search(tools, account, q) {
    const name = q.trim().toLowerCase().replaceAll(' ', '-')
    const path = `organizations?q=vanityName&vanityName=${encodeURIComponent(name)}`
    const schema = z.object({
      elements: z.array(
        z.object({ id: z.number(), localizedName: z.string(), vanityName: z.string().optional() }),
      ),
    })
    const answer = await call(tools, account, { path }, schema)
    if (!answer.ok) return answer
    return done(
      answer.value.elements.slice(0, 10).map(({ id, localizedName, vanityName }) => ({
        remoteId: `urn:li:organization:${id}`,
        handle: `[${localizedName.replace(/[[\]]/g, '')}](urn:li:organization:${id})`,
        name: localizedName,
        profileUrl: `https://www.linkedin.com/company/${vanityName ?? id}/`,
      })),
    )
  },
}
