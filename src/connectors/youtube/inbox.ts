import { z } from 'zod'
import { parseJson } from '#connectors/_contract/ask.ts'
import type { Account, Inbound, Inbox, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { call } from './api.ts'
import { type Comment, commentSchema, commentUrl, threadSchema } from './comment.ts'

type Thread = z.infer<typeof threadSchema>

const cursorSchema = z
  .object({
    /** Where reading of the comments themselves stands. */
    threads: z.string().nullable().catch(null),
    /** How many answers each of the latest comments had. */
    replies: z.record(z.string(), z.number()).catch({}),
  })
  .catch({ threads: null, replies: {} })

const minute = 60_000

/** Comments under the channel’s videos, and what is answered to its hundred latest ones. */
export const inbox: Inbox = {
  async read(tools, account, cursor) {
    const state = cursorSchema.parse(parseJson(cursor ?? ''))
    let latest: Thread[] | null = null
    const walk = {
      async page(older: string | undefined) {
        const page = await pageOfThreads(tools, account, older)
        if (page.ok && older === undefined) latest = page.value.items
        return page
      },
      id: (thread: Thread) => thread.id,
      at: (thread: Thread) => new Date(thread.snippet.topLevelComment.snippet.publishedAt),
      overlapMs: 10 * minute,
      maxPages: 5,
      firstReadMs: 30 * 24 * 60 * minute,
    }
    const walked = await walkBack(walk, state.threads)
    if (!walked.ok) return walked
    const answers = await newReplies(tools, account, latest ?? [], state.replies)
    if (!answers.ok) return answers
    const items = [
      ...walked.value.items.map((thread) => inbound(thread, thread.snippet.topLevelComment)),
      ...answers.value,
    ]
    const next = {
      threads: walked.value.cursor ?? state.threads,
      // While a backlog is read, the latest are not looked at.
      replies: latest ? countsOf(latest) : state.replies,
    }
    return done({
      items: items
        .filter(({ author }) => author.remoteId !== account.remoteId)
        .toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      cursor: JSON.stringify(next),
    })
  },
}

const countsOf = (threads: Thread[]) =>
  Object.fromEntries(threads.map(({ id, snippet }) => [id, snippet.totalReplyCount]))

async function pageOfThreads(tools: Tools, account: Account, older: string | undefined) {
  const query: Record<string, string> = {
    part: 'snippet,replies',
    allThreadsRelatedToChannelId: account.remoteId,
    order: 'time',
    textFormat: 'plainText',
    maxResults: '100',
    ...(older ? { pageToken: older } : {}),
  }
  const schema = z.object({
    items: z.array(threadSchema).default([]),
    nextPageToken: z.string().optional(),
  })
  const page = await call(tools, account, { path: 'commentThreads', query }, schema)
  return page.ok ? done({ items: page.value.items, older: page.value.nextPageToken }) : page
}

/** All answers to a comment whose number of them has moved: some may come again, none is skipped. */
async function newReplies(
  tools: Tools,
  account: Account,
  threads: Thread[],
  known: Record<string, number>,
): Promise<Outcome<Inbound[]>> {
  const items: Inbound[] = []
  for (const thread of threads) {
    const { totalReplyCount } = thread.snippet
    if (totalReplyCount === (known[thread.id] ?? 0)) continue
    const shown = thread.replies?.comments ?? []
    const isWhole = shown.length >= totalReplyCount
    const all = isWhole ? done(shown) : await allReplies(tools, account, thread.id)
    if (!all.ok) return all
    items.push(...all.value.map((one) => inbound(thread, one)))
  }
  return done(items)
}

/** Five hundred answers. */
const mostPages = 5

async function allReplies(
  tools: Tools,
  account: Account,
  parentId: string,
): Promise<Outcome<Comment[]>> {
  const schema = z.object({
    items: z.array(commentSchema).default([]),
    nextPageToken: z.string().optional(),
  })
  const items: Comment[] = []
  const query: Record<string, string> = { part: 'snippet', parentId, maxResults: '100' }
  query['textFormat'] = 'plainText'
  for (let page = 0; page < mostPages; page++) {
    const answer = await call(tools, account, { path: 'comments', query }, schema)
    if (!answer.ok) return answer
    items.push(...answer.value.items)
    if (!answer.value.nextPageToken) break
    query['pageToken'] = answer.value.nextPageToken
  }
  return done(items)
}

function inbound(thread: Thread, { id, snippet }: Comment): Inbound {
  const video = thread.snippet.videoId
  const name = snippet.authorDisplayName || 'YouTube'
  const { authorProfileImageUrl: avatarUrl, authorChannelUrl: profileUrl } = snippet
  return {
    remoteId: id,
    kind: 'comment',
    threadId: video ?? thread.id,
    ...(video ? { inReplyTo: video } : {}),
    author: {
      remoteId: snippet.authorChannelId?.value ?? `of-${id}`,
      handle: name.replace(/^@/, ''),
      name,
      ...(avatarUrl ? { avatarUrl } : {}),
      ...(profileUrl ? { profileUrl } : {}),
    },
    text: snippet.textDisplay,
    url: commentUrl(video ?? '', id),
    at: new Date(snippet.publishedAt),
    data: { parent: thread.id, ...(video ? { video } : {}) },
  }
}
