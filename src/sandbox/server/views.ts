import { followersOf, memberOf, theWorld } from '../model/world.ts'
import { postUrl, profileUrl, talkUrl } from './addresses.ts'
import { fullHandle } from './flavours.ts'
import type { AccountRow, PostImage, PostRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

/** A post as the network tells it. */
export interface View {
  id: string
  url: string
  at: string
  text: string
  language: string | null
  images: PostImage[]
  replyTo: string | null
  rootId: string | null
  author: { id: string; handle: string; name: string; followers?: number; url?: string }
  /** It calls the account rather than answers it. */
  calls: boolean
  /** The Idempotency-Key under which the account posted it, where keys are honoured. */
  key?: string
}

export function accountView(tools: SandboxTools, account: AccountRow) {
  return {
    id: account.id,
    handle: fullHandle(account),
    name: account.name,
    about: account.about,
    url: profileUrl(tools, account),
  }
}

/** @param owner the account under which the post lies; undefined for talk about nobody */
export function viewOf(tools: SandboxTools, owner: AccountRow | undefined, post: PostRow): View {
  return {
    id: post.id,
    url: owner ? postUrl(tools, owner, post.id) : talkUrl(tools, post.id),
    at: post.at.toISOString(),
    text: post.text,
    language: post.language,
    images: post.images,
    replyTo: post.replyTo,
    rootId: post.rootId,
    author: authorOf(tools, owner, post),
    calls: post.calls,
    ...(post.honouredKey ? { key: post.honouredKey } : {}),
  }
}

function authorOf(
  tools: SandboxTools,
  owner: AccountRow | undefined,
  post: PostRow,
): View['author'] {
  if (post.memberId === null) {
    if (!owner) throw new Error(`post ${post.id} has no author`)
    const { id, handle, name, url } = accountView(tools, owner)
    return { id, handle, name, url }
  }
  const { handle, name } = memberOf(theWorld(), post.memberId)
  const followers = followersOf(theWorld(), post.memberId).length
  return { id: `m${post.memberId}`, handle, name, followers }
}

/** The account under which a post lies. */
export async function profile(tools: SandboxTools, post: PostRow): Promise<AccountRow | undefined> {
  if (!post.accountId) return undefined
  return sandboxDb(tools.db)
    .selectFrom('sandboxAccounts')
    .selectAll()
    .where('id', '=', post.accountId)
    .executeTakeFirst()
}
