import { z } from 'zod'
import type { Account, Found, Listen, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { listenToTerms } from '#connectors/_contract/listen-to-terms.ts'
import { type BackPage, walkBack } from '#connectors/_contract/walk-back.ts'
import { nameOf, settingsOf, tokenOf } from './account.ts'
import { call, type Call } from './api.ts'
import { placeIn, places, strangersRefused } from './places.ts'
import {
  authorOf,
  type CommentView,
  commentViewSchema,
  plainWords,
  type PostView,
  postViewSchema,
} from './views.ts'

/** Servers are small and belong to people: twenty searches, or ten communities, not more often than this. */
export const listen: Listen = { read, places, everyMs: 5 * 60_000 }

const hour = 3_600_000
const week = 7 * 24 * hour
const perPage = 50

const answerSchema = z.object({
  posts: z.array(postViewSchema).default([]),
  comments: z.array(commentViewSchema).default([]),
})

type Answer = z.infer<typeof answerSchema>

/** Asks a server, in the name of an account or of nobody. */
type Ask = (asked: Call) => Promise<Outcome<Answer>>

/**
 * What holds a word or a phrase among the posts and comments that a server knows of, other servers’ as well; or all that is
 * said in some of its communities.
 */
async function read(
  tools: Tools,
  account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  const { server, communities, problem } = placeIn(source)
  if (!account && problem) return failed({ kind: 'rejected', detail: 'no server', ...problem })
  const at = account
    ? { server: settingsOf(account).server, token: tokenOf(account) }
    : { server: server ?? '' }
  const ask: Ask = (asked) => call(tools, at, asked, answerSchema)
  // Posts and comments of a community are two lists, each with a place of its own.
  const lists = communities.flatMap((name) => [`posts ${name}`, `comments ${name}`])
  const wanted = lists.length > 0 ? { terms: lists } : source
  const heard = await listenToTerms(wanted, cursor, (term, since) =>
    walkBack(
      {
        page: (older, floor) =>
          lists.length > 0
            ? listPage(tools, ask, term, Number(older ?? 1), floor)
            : searchPage(ask, term, Number(older ?? 1)),
        id: ({ remoteId }) => remoteId,
        at: (found) => found.at,
        // What is said on other servers arrives late.
        overlapMs: 6 * hour,
        maxPages: 10,
        firstReadMs: week,
      },
      since,
    ),
  )
  return !account && !heard.ok && heard.failure.kind === 'auth'
    ? failed(strangersRefused(heard.failure.detail))
    : heard
}

async function searchPage(
  ask: Ask,
  term: string,
  number: number,
): Promise<Outcome<BackPage<Found>>> {
  const query = {
    q: term,
    type_: 'All',
    sort: 'New',
    listing_type: 'All',
    limit: String(perPage),
    page: String(number),
  }
  const answer = await ask({ path: '/search', query })
  return answer.ok ? done(pageOf(answer.value, number)) : answer
}

/** @param list `posts` or `comments`, and the name of a community */
async function listPage(
  tools: Tools,
  ask: Ask,
  list: string,
  number: number,
  since: Date | undefined,
): Promise<Outcome<BackPage<Found>>> {
  const [kind = '', community = ''] = list.split(' ')
  const path = kind === 'posts' ? '/post/list' : '/comment/list'
  const query = {
    community_name: community,
    sort: 'New',
    type_: 'All',
    limit: String(perPage),
    page: String(number),
  }
  const answer = await ask({ path, query })
  if (!answer.ok) return answer
  // Pinned posts come first, however old: they would end the walk.
  const floor = since ?? new Date(tools.clock.now().getTime() - week)
  const page = pageOf(answer.value, number)
  const pinned = new Set(
    answer.value.posts
      .filter(({ post }) => post.featured_community || post.featured_local)
      .map(({ post }) => nameOf({ kind: 'post', id: post.id })),
  )
  const items = page.items.filter(({ remoteId, at }) => !pinned.has(remoteId) || at >= floor)
  return done({ ...page, items })
}

function pageOf({ posts, comments }: Answer, number: number): BackPage<Found> {
  const items = [
    ...posts.filter(({ post }) => !post.deleted && !post.removed).map(ofPost),
    ...comments.filter(({ comment }) => !comment.deleted && !comment.removed).map(ofComment),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const isLast = posts.length < perPage && comments.length < perPage
  return { items, ...(isLast ? {} : { older: String(number + 1) }) }
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
