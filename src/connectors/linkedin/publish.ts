import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { isDuplicate } from '#connectors/_linkedin/api.ts'
import { idIn, removePost, sendPost } from '#connectors/_linkedin/post.ts'
import { confirm } from './confirm.ts'
import { readPoll } from './votes.ts'

export const publish: Publish = { publish: send, confirm, remove: removePost, readPoll, idIn }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const made = await sendPost(tools, account, outgoing)
  if (made.ok || !isDuplicate(made.failure)) return made
  // An attempt that we took for lost may have arrived: then the same post is ours.
  const found = await confirm(tools, account, outgoing)
  if (!found.ok) return found
  return found.value ? done(found.value) : made
}
