import { z } from 'zod'
import { ask } from '#connectors/_contract/ask.ts'
import type { Account, Found, Listen, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { listenToTerms } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'

const hour = 3_600_000

/**
 * Algolia counts 10,000 requests an hour from one address (hn.algolia.com/api, read 2026-11-26): twenty terms every five
 * minutes are 240, so that forty companies on one desk still keep within it.
 */
export const listen: Listen = { read, searches: true, everyMs: 5 * 60_000 }

const perPage = 100

const hitSchema = z.object({
  objectID: z.string(),
  author: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  story_text: z.string().nullish(),
  comment_text: z.string().nullish(),
  story_title: z.string().nullish(),
  created_at_i: z.number(),
})
type Hit = z.infer<typeof hitSchema>

const answerSchema = z.object({ hits: z.array(hitSchema) })

/** Stories and comments that hold a word or a phrase. */
async function read(
  tools: Tools,
  _account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  return listenToTerms(source, cursor, (term, since) =>
    walkBack(
      {
        page: (older, floor) => page(tools, term, older, floor),
        id: ({ remoteId }) => remoteId,
        at: ({ at }) => at,
        // What is written is indexed within minutes; a story may be let out of moderation later.
        overlapMs: 6 * hour,
        maxPages: 10,
        firstReadMs: 7 * 24 * hour,
      },
      since,
    ),
  )
}

/**
 * The page is asked for by time, not by number: no more than 1,000 hits are given for one search (algolia/hn-search,
 * issue 230, read 2026-11-26), and what appears meanwhile would shift the pages.
 * @param older Unix seconds of the oldest hit read so far
 */
async function page(tools: Tools, term: string, older: string | undefined, floor?: Date) {
  const url = new URL('https://hn.algolia.com/api/v1/search_by_date')
  const bounds = [
    ...(floor ? [`created_at_i>=${Math.floor(floor.getTime() / 1000)}`] : []),
    ...(older ? [`created_at_i<=${older}`] : []),
  ]
  url.search = new URLSearchParams({
    // In quotation marks a phrase is wanted as it stands; without, words near in spelling are found too.
    query: `"${term.replaceAll('"', ' ')}"`,
    advancedSyntax: 'true',
    typoTolerance: 'false',
    tags: '(story,comment)',
    hitsPerPage: String(perPage),
    ...(bounds.length > 0 ? { numericFilters: bounds.join(',') } : {}),
  }).toString()
  const answer = await ask(tools, { url }, { network: 'Hacker News', schema: answerSchema })
  if (!answer.ok) return answer
  const { hits } = answer.value
  const items = hits.flatMap((hit) => found(hit) ?? [])
  return done({ items, ...next(hits, older) })
}

/** A second that fills a whole page is left behind: it could not be passed otherwise. */
function next(hits: readonly Hit[], older: string | undefined): { older?: string } {
  if (hits.length < perPage) return {}
  const oldest = Math.min(...hits.map(({ created_at_i: at }) => at))
  return { older: String(String(oldest) === older ? oldest - 1 : oldest) }
}

function found(hit: Hit): Found | null {
  const { objectID: id, author, title, story_text: story, comment_text: comment } = hit
  const text = htmlToText(comment ?? story ?? '')
  const heading = title ?? hit.story_title ?? ''
  if (text === '' && heading === '') return null
  return {
    remoteId: id,
    // Of Hacker News, not of the page a story links to: it is what is said here that is looked for.
    url: `https://news.ycombinator.com/item?id=${id}`,
    ...(author ? { author: authorOf(author) } : {}),
    // The title of the story that a comment stands under is not what its author says.
    ...(title ? { title } : {}),
    text: text || heading,
    at: new Date(hit.created_at_i * 1000),
  }
}

const authorOf = (name: string) => ({
  remoteId: name,
  handle: name,
  name,
  profileUrl: `https://news.ycombinator.com/user?id=${encodeURIComponent(name)}`,
})
