import { z } from 'zod'
import type { Metrics, PostCounts } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { callAs } from './account.ts'

/** Documentation/threads/insights, read 2026-11-25. Shares are given too, and nothing of ours holds them. */
const wanted = ['views', 'likes', 'replies', 'reposts', 'quotes'] as const

const insightsSchema = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      values: z.array(z.object({ value: z.number() })).optional(),
      total_value: z.object({ value: z.number() }).optional(),
    }),
  ),
})

export const metrics: Metrics = {
  /** One request a post. A post that is gone is left out. */
  async posts(tools, account, remoteIds) {
    const counts: Record<string, PostCounts> = {}
    for (const id of remoteIds) {
      const call = { path: `/${id}/insights`, query: { metric: wanted.join(',') } }
      const told = await callAs(tools, account, call, insightsSchema)
      if (!told.ok && told.failure.kind === 'rejected') continue
      if (!told.ok) return told
      counts[id] = countsIn(told.value)
    }
    return done(counts)
  },
  async channel(tools, account) {
    const path = `/${account.remoteId}/threads_insights`
    const call = { path, query: { metric: 'followers_count' } }
    const told = await callAs(tools, account, call, insightsSchema)
    if (!told.ok) return told
    return done({ followers: told.value.data[0]?.total_value?.value })
  },
}

function countsIn({ data }: z.infer<typeof insightsSchema>): PostCounts {
  const told = data.flatMap(({ name, values }) => {
    const metric = wanted.find((one) => one === name)
    const value = values?.at(-1)?.value
    return metric && value !== undefined ? [[metric, value] as const] : []
  })
  return Object.fromEntries(told)
}
