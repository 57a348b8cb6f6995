import type { Account, Found, Listen, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { listenToTerms } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { callAs } from './api.ts'
import { listingSchema, type Thing, thingSchema } from './thing.ts'

export const listen: Listen = { read }

const hour = 3_600_000

/**
 * A term like `r/menuiserie` follows what is posted in that community; any other is searched among the posts of all
 * that our account may see. Reddit searches posts, not comments.
 */
async function read(
  tools: Tools,
  account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  if (!account) return failed({ kind: 'auth', detail: 'searching Reddit needs an account' })
  return listenToTerms(source, cursor, async (term, since) => {
    const walked = await walkBack(
      {
        page: (older) => page(tools, account, askedFor(term), older),
        id: ({ name }) => name,
        at: ({ created_utc }) => new Date(created_utc * 1000),
        // A post is found by its words some minutes after it is made, as far as third parties tell.
        overlapMs: hour,
        // Reddit lists a thousand things, a hundred at a time, and no more.
        maxPages: 10,
        firstReadMs: 7 * 24 * hour,
      },
      since,
    )
    if (!walked.ok) return walked
    return done({ ...walked.value, items: walked.value.items.map(found) })
  })
}

function askedFor(term: string): { path: string; query: Record<string, string> } {
  const [, community] = /^\/?r\/(\w{2,21})$/i.exec(term) ?? []
  if (community) return { path: `/r/${community}/new`, query: {} }
  const q = /\s/.test(term) ? `"${term.replaceAll('"', '')}"` : term
  return { path: '/search', query: { q, sort: 'new', type: 'link', t: 'month' } }
}

async function page(
  tools: Tools,
  account: Account,
  { path, query }: { path: string; query: Record<string, string> },
  older: string | undefined,
) {
  const asked = { path, query: { ...query, limit: '100', ...(older ? { after: older } : {}) } }
  const answer = await callAs(tools, account, asked, listingSchema(thingSchema))
  if (!answer.ok) return answer
  const { children, after } = answer.value.data
  return done({ items: children.map(({ data }) => data), ...(after ? { older: after } : {}) })
}

function found({ name, author, title, selftext, permalink, created_utc }: Thing): Found {
  return {
    remoteId: name,
    url: `https://www.reddit.com${permalink}`,
    ...(author === '[deleted]' ? {} : { author: writtenBy(author) }),
    ...(title === undefined ? {} : { title }),
    text: selftext || (title ?? ''),
    at: new Date(created_utc * 1000),
  }
}

const writtenBy = (author: string) => ({
  remoteId: author,
  handle: author,
  name: author,
  profileUrl: `https://www.reddit.com/user/${author}`,
})
