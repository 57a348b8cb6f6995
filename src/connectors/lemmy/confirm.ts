import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { plannedOnTheirClock } from '#connectors/_contract/their-clock.ts'
import { settingsOf, thingOf } from './account.ts'
import { callAs } from './api.ts'
import { publishedComment, publishedMessage, publishedPost } from './published.ts'
import { asMarkdown } from '#connectors/_contract/markdown.ts'
import { submissionOf } from './submission.ts'
import { commentViewSchema, messageViewSchema, parentOf, postViewSchema } from './views.ts'

const perPage = 50
const mostPages = 10

/** What an account said, of every kind, newest first. */
const ownSchema = z.object({
  posts: z.array(postViewSchema),
  comments: z.array(commentViewSchema),
})

export const ownPage = (tools: Tools, account: Account, page: number) =>
  callAs(
    tools,
    account,
    {
      path: '/user',
      query: {
        person_id: String(settingsOf(account).personId),
        sort: 'New',
        limit: String(perPage),
        page: String(page),
      },
    },
    ownSchema,
  )

const messagesSchema = z.object({ private_messages: z.array(messageViewSchema) })

export const messagesPage = (tools: Tools, account: Account, page: number) =>
  callAs(
    tools,
    account,
    {
      path: '/private_message/list',
      query: { unread_only: 'false', limit: String(perPage), page: String(page) },
    },
    messagesSchema,
  )

interface Sent {
  at: Date
  isIt: boolean
  published: Published
}

/**
 * Looks for a delivery among what the account said since it was planned: the same title and words in the same community,
 * or the same words under the same thing.
 */
export async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const since = await plannedOnTheirClock(
    tools,
    { url: new URL('/api/v3/site', settingsOf(account).server) },
    outgoing.plannedAt,
  )
  if (!since.ok) return since
  let found: Published | null = null
  for (let page = 1; page <= mostPages; page++) {
    const sent = await readPage(tools, account, outgoing, page)
    if (!sent.ok) return sent
    const recent = sent.value.filter(({ at }) => at >= since.value)
    // The earliest one: what came after it was said again on purpose.
    found = recent.findLast(({ isIt }) => isIt)?.published ?? found
    if (recent.length < perPage) return done(found)
  }
  if (found) return done(found)
  return failed({ kind: 'transient', detail: 'more was said since than is looked through' })
}

async function readPage(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
  page: number,
): Promise<Outcome<Sent[]>> {
  const under = outgoing.replyTo && thingOf(outgoing.replyTo.remoteId)
  const words = bare(asMarkdown(outgoing.text))
  if (under?.kind === 'message') {
    const answer = await messagesPage(tools, account, page)
    if (!answer.ok) return answer
    const { personId } = settingsOf(account)
    const to = outgoing.replyTo?.data?.['personId']
    return done(
      answer.value.private_messages.map((view) => ({
        at: view.private_message.published,
        isIt:
          view.creator.id === personId &&
          view.recipient.id === to &&
          bare(view.private_message.content) === words,
        published: publishedMessage(account, view),
      })),
    )
  }
  const answer = await ownPage(tools, account, page)
  if (!answer.ok) return answer
  const { posts, comments } = answer.value
  if (under) {
    return done(
      comments.map((view) => ({
        at: view.comment.published,
        isIt:
          !view.comment.deleted &&
          (under.kind === 'post'
            ? view.comment.post_id === under.id && parentOf(view.comment) === null
            : parentOf(view.comment) === under.id) &&
          bare(view.comment.content) === words,
        published: publishedComment(account, view),
      })),
    )
  }
  const { title, body, link } = submissionOf(outgoing)
  const { communityId } = settingsOf(account)
  return done(
    posts.map((view) => ({
      at: view.post.published,
      isIt:
        !view.post.deleted &&
        view.post.community_id === communityId &&
        bare(view.post.name) === bare(title) &&
        bare(view.post.body ?? '') === bare(body) &&
        outgoing.images.length > 0 === Boolean(view.post.url?.includes('/pictrs/image/')) &&
        (link === null || view.post.url === link),
      published: publishedPost(view),
    })),
  )
}

const bare = (words: string) => words.normalize('NFC').replace(/\s+/gu, '')
