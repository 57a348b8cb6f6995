import type { Connected } from '#connectors/_contract/connector.ts'
import { flavourOf } from './flavours.ts'
import type { AccountRow } from './tables.ts'
import type { SandboxTools } from './tools.ts'
import { accountView } from './views.ts'

/**
 * What the connector would bring back from signing in to an account: for who opens a practice company before
 * the network has committed it.
 */
export function connectionOf(tools: SandboxTools, account: AccountRow, token: string): Connected {
  const { id, handle, name, url } = accountView(tools, account)
  const { name: network, textMax, imagesMax } = flavourOf(account.flavour)
  return {
    account: {
      remoteId: id,
      handle,
      settings: { network, textMax, imagesMax },
      secrets: { token },
    },
    displayName: name,
    profileUrl: url,
  }
}
