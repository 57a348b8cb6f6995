import type { Account, Found, Listen, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { listenToTerms } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { callAs } from './api.ts'
import { placeIn, places } from './places.ts'
import { listingSchema, type Thing, thingSchema } from './thing.ts'

/** Twenty searches a reading, of the hundred requests a minute that the company's app has for everything. */
export const listen: Listen = { read, gone, places, everyMs: 5 * 60_000 }

const hour = 3_600_000

/**
 * Words and phrases, searched among the posts of all that our account may see (Reddit searches posts, not comments); a
 * term like `r/menuiserie` follows what is posted there. Or all that is posted and commented in the communities of a place.
 */
async function read(
  tools: Tools,
  account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  if (!account) return failed({ kind: 'auth', detail: 'searching Reddit needs an account' })
  const lists = listsOf(source)
  const wanted = lists.length > 0 ? { terms: lists } : source
  return listenToTerms(wanted, cursor, async (term, since) => {
    const walked = await walkBack(
      {
        page: (older) =>
          page(
            tools,
            account,
            lists.length > 0 ? { path: term, query: {} } : askedFor(term),
            older,
          ),
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
    return done({ ...walked.value, items: walked.value.items.filter(isThere).map(found) })
  })
}

/** What Reddit shows no more, or shows as deleted or removed (GET /api/info). */
async function gone(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<string[]>> {
  // Messages are asked for elsewhere.
  const posts = remoteIds.filter((id) => /^t[13]_/.test(id))
  if (posts.length === 0) return done([])
  const asked = { path: '/api/info', query: { id: posts.join(',') } }
  const answer = await callAs(tools, account, asked, listingSchema(thingSchema))
  if (!answer.ok) return answer
  const things = answer.value.data.children.map(({ data }) => data)
  // An answer without anything is no word on a hundred posts.
  if (things.length === 0) return done([])
  const there = new Set(things.filter(isThere).map(({ name }) => name))
  return done(posts.filter((id) => !there.has(id)))
}

/** Several communities are one list: posts of all of them in one request, comments in another. */
function listsOf(source: Record<string, unknown>): string[] {
  const { communities } = placeIn(source)
  const all = communities.join('+')
  return all ? [`/r/${all}/new`, `/r/${all}/comments`] : []
}

/** Its author deleted it, or a moderator removed it: nothing of it may be kept. */
const isThere = ({ author, selftext, body, removed_by_category: removed }: Thing): boolean =>
  author !== '[deleted]' && !removed && !/^\[(?:deleted|removed)\]$/.test(selftext || body)

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

function found({ name, author, title, selftext, body, permalink, created_utc }: Thing): Found {
  return {
    remoteId: name,
    url: `https://www.reddit.com${permalink}`,
    author: writtenBy(author),
    ...(title === undefined ? {} : { title }),
    text: selftext || body || (title ?? ''),
    at: new Date(created_utc * 1000),
  }
}

const writtenBy = (author: string) => ({
  remoteId: author,
  handle: author,
  name: author,
  profileUrl: `https://www.reddit.com/user/${author}`,
})
