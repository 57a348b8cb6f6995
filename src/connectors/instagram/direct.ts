import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { type Conversations, type MessagesState, readMessages } from '#connectors/_meta/messages.ts'
import { graphOf } from './account.ts'

/**
 * What is written to the account in private, through the page that it is linked to
 * (messenger-platform/instagram, conversations and send-message, read 2026-11-26).
 */
export const directOf = (tools: Tools, account: Account): Conversations => ({
  graph: graphOf(tools, account),
  platform: 'instagram',
  page: 'me',
  // Meta names the account by a number of its own in some answers: its name is sure.
  isOurs: ({ id, username }) => id === account.remoteId || username === account.handle,
  nobody: 'Instagram',
  url: 'https://www.instagram.com/direct/inbox/',
})

/**
 * Messages need a right of their own, and a switch in the Instagram app: an account without them goes on with its
 * comments. What ends the access as a whole was seen when those were read.
 */
export async function readDirect(
  tools: Tools,
  account: Account,
  state: MessagesState,
): ReturnType<typeof readMessages> {
  const read = await readMessages(tools, directOf(tools, account), state)
  if (read.ok || !isForbidden(read)) return read
  tools.log.info({ detail: read.failure.detail }, 'Instagram shows no private messages')
  return done({ items: [], state })
}

const isForbidden = (read: Outcome<unknown>) =>
  !read.ok && (read.failure.kind === 'auth' || read.failure.kind === 'rejected')

/** Whether private messages may be read. */
export async function mayReadDirect(tools: Tools, account: Account): Promise<Outcome<boolean>> {
  const read = await readMessages(tools, directOf(tools, account), { since: Infinity, under: {} })
  if (read.ok) return done(true)
  return isForbidden(read) ? done(false) : read
}
