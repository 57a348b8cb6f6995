import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

export interface Article {
  title: string
  text: string
}

/** A newspaper of the neighbourhood, with its feed. */
export interface Newspaper {
  /** `127.0.0.1:41234` */
  host: string
  feedUrl: string
  publish(article: Article): void
}

/** Inside a `describe`: a newspaper on the loopback, there before the tests. */
export function useNewspaper(): () => Newspaper {
  const items: string[] = []
  const server = http.createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(items)),
  )
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return () => {
    const { port } = server.address() as AddressInfo
    const origin = `http://127.0.0.1:${port}`
    return {
      host: `127.0.0.1:${port}`,
      feedUrl: `${origin}/feed`,
      publish({ title, text }) {
        const address = `${origin}/${items.length + 1}`
        items.push(`<item><guid>${address}</guid><link>${address}</link><title>${title}</title>
          <description>${text}</description><pubDate>${new Date().toUTCString()}</pubDate></item>`)
      },
    }
  }
}

const feedOf = (items: string[]) => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>La Gazette de la Croix-Rousse</title>${items.join('')}</channel></rss>`
