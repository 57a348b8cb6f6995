import type { Publish } from '#connectors/_contract/connector.ts'
import { notWritten } from './not-written.ts'

export const publish: Publish = {
  // Mark the request that makes the post with `publishes: true` (`_contract/ask.ts`).
  publish: () => notWritten('publish in publish.ts'),
  confirm: () => notWritten('confirm in publish.ts'),
  remove: () => notWritten('remove in publish.ts'),
}
