import type { ChannelCounts, Metrics, PostCounts } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'

/** How many faxes the mail server took; what a machine printed is told by the gateway’s own mail. */
export const metrics: Metrics = {
  async posts(tools, _account, remoteIds): Promise<Outcome<Record<string, PostCounts>>> {
    if (remoteIds.length === 0) return done({})
    const counts = (await tools.mailings?.counts(remoteIds)) ?? {}
    const posts: Record<string, PostCounts> = {}
    for (const [id, { sent }] of Object.entries(counts)) posts[id] = { reach: sent }
    return done(posts)
  },
  async channel(tools): Promise<Outcome<ChannelCounts>> {
    return done({ followers: (await tools.mailings?.subscribers()) ?? 0 })
  },
}
