import type { FetchInit, Tools } from '#connectors/_contract/connector.ts'
import { fixedClock } from '#platform/clock.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { silentLog } from '#platform/log.ts'
import rss from './index.ts'

export const now = new Date('2026-03-02T09:00:00+01:00')

/** The web of one test: what each address answers. */
export function web(pages: Record<string, Response | FetchFailure | (() => Response)>) {
  const asked: { url: string; init: FetchInit }[] = []
  const tools: Tools = {
    clock: fixedClock(now),
    log: silentLog,
    fetch: (address, init = {}) => {
      asked.push({ url: String(address), init })
      const page = pages[String(address)]
      if (page instanceof FetchFailure) return Promise.reject(page)
      const answer = typeof page === 'function' ? page() : page?.clone()
      return Promise.resolve(answer ?? new Response('', { status: 404 }))
    },
  }
  const read = (url: unknown, cursor: string | null = null) => {
    if (!rss.listen) throw new Error('RSS does less than it did')
    return rss.listen.read(tools, null, { url }, cursor)
  }
  return { asked, read }
}

export const feed = (items: string, head = '<title>Le Progrès</title><language>fr</language>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`

export const item = (title: string, more = '') => `<item><title>${title}</title>${more}</item>`
