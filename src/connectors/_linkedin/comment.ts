import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { anything, call, escapedUrn, isGone } from './api.ts'

/** What a comment's own name holds: `urn:li:comment:(urn:li:activity:123,456)`. */
export function partsOf(urn: string): { object: string; id: string } | null {
  const [, object, id] = /^urn:li:comment:\((urn:li:\w+:\d+),(\d+)\)$/.exec(urn) ?? []
  return object && id ? { object, id } : null
}

const commentSchema = z.object({
  id: z.string(),
  actor: z.string(),
  object: z.string(),
  commentUrn: z.string().optional(),
  message: z.object({ text: z.string().default('') }),
  created: z.object({ time: z.number() }),
})

type Comment = z.infer<typeof commentSchema>

const listOf = (target: string) => `socialActions/${escapedUrn(target)}/comments`

/** Says something under a post, or under somebody's comment (comments-api, li-lms-2026-07, read 2026-11-25). */
export async function comment(
  tools: Tools,
  account: Account,
  { text, replyTo }: Outgoing,
): Promise<Outcome<Published>> {
  const target = replyTo?.remoteId ?? ''
  const parent = partsOf(target)
  const request = {
    path: listOf(target),
    method: 'POST' as const,
    json: {
      actor: account.remoteId,
      object: parent?.object ?? target,
      message: { text },
      ...(parent ? { parentComment: target } : {}),
    },
    publishes: true,
  }
  const made = await call(tools, account, request, commentSchema)
  return made.ok ? done(publishedOf(made.value)) : made
}

function publishedOf({ id, object, commentUrn, created }: Comment): Published {
  return {
    remoteId: commentUrn ?? `urn:li:comment:(${object},${id})`,
    url: `https://www.linkedin.com/feed/update/${object}/`,
    publishedAt: new Date(created.time),
  }
}

/** A thousand comments. */
const mostPages = 10
const pageSize = 100

/** Looks for an answer of ours among the comments of what it answers. */
export async function confirmComment(
  tools: Tools,
  account: Account,
  { text, replyTo }: Outgoing,
  since: Date,
): Promise<Outcome<Published | null>> {
  let found: Comment | undefined
  for (let page = 0; page < mostPages; page++) {
    const path = `${listOf(replyTo?.remoteId ?? '')}?start=${page * pageSize}&count=${pageSize}`
    const answer = await call(
      tools,
      account,
      { path },
      z.object({ elements: z.array(commentSchema) }),
    )
    if (!answer.ok) return isGone(answer.failure) ? done(null) : answer
    const { elements } = answer.value
    for (const one of elements) {
      const isOurs = one.actor === account.remoteId && one.message.text.trim() === text.trim()
      const isRecent = one.created.time >= since.getTime()
      const isEarlier = !found || one.created.time < found.created.time
      if (isOurs && isRecent && isEarlier) found = one
    }
    if (elements.length < pageSize) return done(found ? publishedOf(found) : null)
  }
  if (found) return done(publishedOf(found))
  return failed({ kind: 'unknown-outcome', detail: 'too many comments to be read back' })
}

export async function removeComment(
  tools: Tools,
  account: Account,
  { object, id }: { object: string; id: string },
): Promise<Outcome<null>> {
  const path = `${listOf(object)}/${id}?actor=${escapedUrn(account.remoteId)}`
  const answer = await call(tools, account, { path, method: 'DELETE' }, anything)
  return answer.ok || isGone(answer.failure) ? done(null) : answer
}
