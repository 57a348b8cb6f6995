import { fullHandle } from './flavours.ts'
import type { SandboxTools } from './tools.ts'

/** Where the host mounts the practice network. */
const MOUNT = '/_sandbox'

type Named = { handle: string; flavour: string }

export function profileUrl(tools: SandboxTools, account: Named): string {
  return `${tools.publicUrl ?? tools.localUrl}${MOUNT}/@${fullHandle(account)}`
}

export function postUrl(tools: SandboxTools, account: Named, postId: string): string {
  return `${profileUrl(tools, account)}/${postId}`
}

/** Talk about nobody has its own page. */
export function talkUrl(tools: SandboxTools, postId: string): string {
  return `${tools.publicUrl ?? tools.localUrl}${MOUNT}/talk/${postId}`
}
