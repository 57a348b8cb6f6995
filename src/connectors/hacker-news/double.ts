import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

interface Item {
  objectID: string
  created_at_i: number
  comment_text: string
  author: string
}

/** The search of Hacker News with the comments that a test has people write: newest first, by time and by words. */
export function hackerNewsDouble(clock: Clock): NetworkDouble {
  const items: Item[] = []
  return {
    appear(text) {
      items.unshift({
        objectID: String(46_000_000 + items.length),
        created_at_i: Math.floor(clock.now().getTime() / 1000),
        comment_text: `<p>${text}</p>`,
        author: 'lea',
      })
    },
    fetch: async (address) => {
      const url = new URL(address)
      if (`${url.origin}${url.pathname}` !== 'https://hn.algolia.com/api/v1/search_by_date')
        return new Response('{}', { status: 404 })
      const words = (url.searchParams.get('query') ?? '').replaceAll('"', '').toLowerCase()
      const passes = filterOf(url.searchParams.get('numericFilters') ?? '')
      const hits = items
        .filter((item) => item.comment_text.toLowerCase().includes(words) && passes(item))
        .slice(0, Number(url.searchParams.get('hitsPerPage') ?? 20))
      return Response.json({ hits, nbHits: hits.length, page: 0 })
    },
  }
}

function filterOf(numericFilters: string): (item: Item) => boolean {
  const bounds = [...numericFilters.matchAll(/created_at_i(>=|<=)(\d+)/g)]
  return ({ created_at_i: at }) =>
    bounds.every(([, sign, value]) => (sign === '>=' ? at >= Number(value) : at <= Number(value)))
}
