import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

interface Article {
  url: string
  url_mobile: string
  title: string
  seendate: string
  socialimage: string
  domain: string
  language: string
  sourcecountry: string
}

/** An article with the fields that GDELT documents for `mode=artlist`. */
export const articleOf = (more: Partial<Article> = {}): Article => ({
  url: 'https://www.journal.example/une',
  url_mobile: '',
  title: 'La menuiserie Morel ouvre un atelier',
  seendate: '20261126T084500Z',
  socialimage: '',
  domain: 'journal.example',
  language: 'French',
  sourcecountry: 'France',
  ...more,
})

export const stampOf = (at: Date) =>
  at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')

/**
 * The search of GDELT with the articles that a test has papers write, as its documentation tells it (GDELT DOC 2.0 API,
 * read 2026-11-26): newest first, within a window of time. No GDELT can run here, and none was spoken to.
 */
export function gdeltDouble(clock: Clock): NetworkDouble {
  const articles: Article[] = []
  return {
    appear(title) {
      const url = `https://www.journal.example/${articles.length}`
      articles.unshift(articleOf({ url, title, seendate: stampOf(clock.now()) }))
    },
    fetch: async (address) => {
      const url = new URL(address)
      if (`${url.origin}${url.pathname}` !== 'https://api.gdeltproject.org/api/v2/doc/doc')
        return new Response('', { status: 404 })
      const asked = url.searchParams
      const words = (asked.get('query') ?? '').replaceAll('"', '').toLowerCase()
      const [from, to] = [asked.get('startdatetime') ?? '0', asked.get('enddatetime') ?? '9']
      const hits = articles
        .filter(({ title, seendate }) => {
          const at = seendate.replace(/\D/g, '')
          return title.toLowerCase().includes(words) && at >= from && at <= to
        })
        .slice(0, Number(asked.get('maxrecords') ?? 75))
      // Nothing found is an object with nothing in it.
      return Response.json(hits.length > 0 ? { articles: hits } : {})
    },
  }
}
