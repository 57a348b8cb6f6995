import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { call, noChannel } from './api.ts'

/** YouTube writes its counts as text; one that is hidden or missing is not told. */
export const count = z.coerce.number().int().optional().catch(undefined)

const channelSchema = z.object({
  id: z.string(),
  snippet: z.object({
    title: z.string(),
    customUrl: z.string().optional(),
    thumbnails: z.record(z.string(), z.object({ url: z.string() })).default({}),
  }),
  contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }),
  statistics: z
    .object({
      subscriberCount: count,
      hiddenSubscriberCount: z.boolean().default(false),
      videoCount: count,
    })
    .optional(),
})

export type Channel = z.infer<typeof channelSchema>

/** The channel that the access opens. */
export async function channelOf(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
): Promise<Outcome<Channel>> {
  const query = { part: 'snippet,contentDetails,statistics', mine: 'true' }
  const schema = z.object({ items: z.array(channelSchema).default([]) })
  const answer = await call(tools, account, { path: 'channels', query }, schema)
  if (!answer.ok) return answer
  const [channel] = answer.value.items
  return channel ? done(channel) : rejected('channel', noChannel)
}
