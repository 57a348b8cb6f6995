import { z } from 'zod'
import type { Account, Found, Listen, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { listenToTerms } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { nameOf } from './account.ts'
import { callAs } from './api.ts'
import {
  authorOf,
  type CommentView,
  commentViewSchema,
  plainWords,
  type PostView,
  postViewSchema,
} from './views.ts'

export const listen: Listen = { read }

const hour = 3_600_000
const perPage = 50

const searchSchema = z.object({
  posts: z.array(postViewSchema).default([]),
  comments: z.array(commentViewSchema).default([]),
})

/** What holds a word or a phrase, among the posts and comments that our server knows of: other servers’ as well. */
async function read(
  tools: Tools,
  account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  if (!account) return failed({ kind: 'auth', detail: 'searching Lemmy needs an account' })
  return listenToTerms(source, cursor, (term, since) =>
    walkBack(
      {
        page: (older) => page(tools, account, term, Number(older ?? 1)),
        id: ({ remoteId }) => remoteId,
        at: ({ at }) => at,
        // What is said on other servers arrives late.
        overlapMs: 6 * hour,
        maxPages: 10,
        firstReadMs: 7 * 24 * hour,
      },
      since,
    ),
  )
}

async function page(tools: Tools, account: Account, term: string, number: number) {
  const query = {
    q: term,
    type_: 'All',
    sort: 'New',
    listing_type: 'All',
    limit: String(perPage),
    page: String(number),
  }
  const answer = await callAs(tools, account, { path: '/search', query }, searchSchema)
  if (!answer.ok) return answer
  const { posts, comments } = answer.value
  const items = [...posts.map(ofPost), ...comments.map(ofComment)].toSorted(
    (a, b) => b.at.getTime() - a.at.getTime(),
  )
  const isLast = posts.length < perPage && comments.length < perPage
  return done({ items, ...(isLast ? {} : { older: String(number + 1) }) })
}

const ofPost = ({ post, creator }: PostView): Found => ({
  remoteId: nameOf({ kind: 'post', id: post.id }),
  url: post.ap_id,
  author: authorOf(creator),
  title: post.name,
  text: plainWords(post.body ?? '') || post.name,
  at: post.published,
})

const ofComment = ({ comment, creator }: CommentView): Found => ({
  remoteId: nameOf({ kind: 'comment', id: comment.id }),
  url: comment.ap_id,
  author: authorOf(creator),
  text: plainWords(comment.content),
  at: comment.published,
})
