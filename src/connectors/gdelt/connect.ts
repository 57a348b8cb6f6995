import type { Connect } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'

/** Its search asks for no account: there is nothing to connect and nothing to check. */
export const connect: Connect = {
  check: (_, account) => Promise.resolve(done({ account, displayName: 'GDELT', profileUrl: '' })),
}
