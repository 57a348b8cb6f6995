import type { Metrics } from '#connectors/_contract/connector.ts'
import { notWritten } from './not-written.ts'

export const metrics: Metrics = {
  posts: () => notWritten('posts in metrics.ts'),
  channel: () => notWritten('channel in metrics.ts'),
}
