import type { Account, Found, Listen, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { listenToTerms } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { page, type Post } from './api.ts'
import { authorOf } from './inbox.ts'

export const listen: Listen = { read }

const hour = 3_600_000

async function read(
  tools: Tools,
  account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  if (!account)
    return failed({ kind: 'auth', detail: 'searching the practice network needs an account' })
  return listenToTerms(source, cursor, async (term, since) => {
    const walked = await walkBack(
      {
        page: (older) => page(tools, account, '/search', { q: term }, older),
        id: (post) => post.id,
        at: (post) => new Date(post.at),
        overlapMs: hour,
        maxPages: 5,
        firstReadMs: 7 * 24 * hour,
      },
      since,
    )
    return walked.ok ? done({ ...walked.value, items: walked.value.items.map(found) }) : walked
  })
}

function found(post: Post): Found {
  return {
    remoteId: post.id,
    url: post.url,
    author: authorOf(post),
    text: post.text,
    ...(post.language ? { language: post.language } : {}),
    at: new Date(post.at),
  }
}
