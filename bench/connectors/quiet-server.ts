import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server with as many people as are asked for, where nothing ever happens: it answers what a connected account asks
 * to be looked after, read and counted. Played here, in another process than the desk's, so that the desk's memory is
 * its own.
 */
export async function openQuietServer(): Promise<{ url: string; host: string; close(): void }> {
  const server = createServer((request, response) => {
    const name = /^Bearer (\w+)$/.exec(request.headers.authorization ?? '')?.[1] ?? 'nobody'
    const { pathname } = new URL(request.url ?? '/', 'http://here')
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answerTo(pathname, name)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function answerTo(pathname: string, name: string): unknown {
  if (pathname.endsWith('/instance')) return { configuration: {} }
  if (!pathname.endsWith('/verify_credentials')) return []
  return {
    id: name,
    username: name,
    acct: name,
    url: `http://here/@${name}`,
    followers_count: 12,
    following_count: 3,
    statuses_count: 40,
  }
}
