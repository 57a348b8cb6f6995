import { z } from 'zod'
import type { Account, Found, Listen, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { listenToTerms } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { postUrl, readUri } from './account.ts'
import { picturesIn, postViewSchema } from './post-view.ts'
import { authorOf } from './profile.ts'
import { openSession, type Session } from './session.ts'

export const listen: Listen = { read }

const hour = 3_600_000

async function read(
  tools: Tools,
  account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  if (!account) return failed({ kind: 'auth', detail: 'searching Bluesky needs an account' })
  const session = openSession(tools, account)
  return listenToTerms(source, cursor, (term, since) => search(session, term, since))
}

async function search(
  session: Session,
  term: string,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  const walked = await walkBack(
    {
      page: (older) => page(session, term, older),
      id: (post) => post.uri,
      at: (post) => new Date(post.indexedAt),
      // The index of the search lags behind the network.
      overlapMs: hour,
      maxPages: 5,
      firstReadMs: 7 * 24 * hour,
    },
    cursor,
  )
  return walked.ok ? done({ ...walked.value, items: walked.value.items.map(found) }) : walked
}

async function page(session: Session, term: string, older: string | undefined) {
  const q = /\s/.test(term) ? `"${term.replaceAll('"', '')}"` : term
  const params = { q, sort: 'latest', limit: '100' }
  const call = {
    method: 'app.bsky.feed.searchPosts',
    params: older ? { ...params, cursor: older } : params,
  }
  const schema = z.object({ posts: z.array(postViewSchema), cursor: z.string().optional() })
  const answer = await session.call(call, schema)
  if (!answer.ok) return answer
  const { posts, cursor } = answer.value
  return done({ items: posts, ...(cursor && posts.length > 0 ? { older: cursor } : {}) })
}

function found(post: z.infer<typeof postViewSchema>): Found {
  const at = readUri(post.uri)
  return {
    remoteId: post.uri,
    url: postUrl(at?.did ?? post.author.did, at?.key ?? ''),
    author: authorOf(post.author),
    text: post.record.text,
    language: post.record.langs?.[0],
    images: picturesIn(post.record),
    at: new Date(post.indexedAt),
    reshares: post.repostCount,
  }
}
