import { expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { fixedClock } from '#platform/clock.ts'
import { silentLog } from '#platform/log.ts'
import hackerNews from './index.ts'

/** The search, answering this to every request. */
function search(answer: () => Response) {
  const asked: URL[] = []
  const tools: Tools = {
    clock: fixedClock(new Date('2026-11-23T09:00:00Z')),
    log: silentLog,
    fetch: async (address) => {
      asked.push(new URL(address))
      return answer()
    },
  }
  const read = (terms: string[]) => {
    if (!hackerNews.listen) throw new Error('Hacker News does less than it did')
    return hackerNews.listen.read(tools, null, { terms }, null)
  }
  return { asked, read }
}

const at = Date.parse('2026-11-23T08:00:00Z') / 1000

test('asks as Algolia documents it: newest first, stories and comments, the phrase as it stands', async () => {
  const { asked, read } = search(() => Response.json({ hits: [] }))
  value(await read(['atelier "morel"']))
  expect(`${asked[0]?.origin}${asked[0]?.pathname}`).toBe(
    'https://hn.algolia.com/api/v1/search_by_date',
  )
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
    query: '"atelier  morel "',
    advancedSyntax: 'true',
    typoTolerance: 'false',
    tags: '(story,comment)',
    hitsPerPage: '100',
  })
})

test('a story and a comment, each by what its author says', async () => {
  const { read } = search(() =>
    Response.json({
      hits: [
        {
          objectID: '2',
          created_at_i: at + 60,
          author: 'sam',
          comment_text: 'Good <i>wood</i>.<p>Fair&#x27;s fair.',
          story_title: 'Show HN: Morel',
        },
        {
          objectID: '1',
          created_at_i: at,
          author: 'lea',
          title: 'Show HN: Morel',
          url: 'https://morel.example',
        },
        { objectID: '0', created_at_i: at, title: null, comment_text: null },
      ],
    }),
  )
  const { items } = value(await read(['morel']))
  expect(items).toEqual([
    expect.objectContaining({
      remoteId: '1',
      url: 'https://news.ycombinator.com/item?id=1',
      title: 'Show HN: Morel',
      text: 'Show HN: Morel',
      at: new Date(at * 1000),
    }),
    expect.objectContaining({ remoteId: '2', text: "Good wood.\nFair's fair." }),
  ])
  expect(items[1]).not.toHaveProperty('title')
  expect(items[1]?.author?.profileUrl).toBe('https://news.ycombinator.com/user?id=sam')
})

test('a second in which more is said than a page holds is passed', async () => {
  const full = Array.from({ length: 100 }, (_, n) => ({
    objectID: `${n}`,
    created_at_i: at,
    comment_text: 'morel',
  }))
  const { asked, read } = search(() => Response.json({ hits: full }))
  expect(value(await read(['morel'])).items).toHaveLength(100)
  expect(asked[1]?.searchParams.get('numericFilters')).toContain(`created_at_i<=${at}`)
  expect(asked[2]?.searchParams.get('numericFilters')).toContain(`created_at_i<=${at - 1}`)
})

test('too many requests is a wish to wait', async () => {
  const { read } = search(() => new Response('{}', { status: 429 }))
  expect(failure(await read(['morel'])).kind).toBe('rate')
})
