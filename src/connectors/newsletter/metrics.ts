import type { ChannelCounts, Metrics, PostCounts } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'

/** How many people were reached; nobody is watched opening a letter. */
export const metrics: Metrics = {
  async posts(tools, _account, remoteIds): Promise<Outcome<Record<string, PostCounts>>> {
    if (remoteIds.length === 0) return done({})
    const counts = (await tools.mailings?.counts(remoteIds)) ?? {}
    const reached = Object.entries(counts).map(([id, { sent }]) => [id, { reach: sent }])
    return done(Object.fromEntries(reached) as Record<string, PostCounts>)
  },
  async channel(tools): Promise<Outcome<ChannelCounts>> {
    return done({ followers: (await tools.mailings?.subscribers()) ?? 0 })
  },
}
