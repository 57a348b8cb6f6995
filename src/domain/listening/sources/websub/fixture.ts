import { createHmac, randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What somebody asked of the hub. */
export interface Asked {
  callback: string
  mode: string
  topic: string
  secret: string
  leaseSeconds: number
}

export interface TestHub {
  url: string
  host: string
  /** What was asked of it, in order. */
  asked: Asked[]
  /** Callbacks that it tells, by topic. */
  subscribers: Map<string, Asked>
  /** How long it tells for, whatever was asked, in seconds. */
  lease: number
  /** Whether it asks the callback before it answers or after. */
  verifies: 'before' | 'after'
  /** Refuses what is asked, with this status. */
  refuses: number | null
  algorithm: string
  /** Until every verification under way is over. */
  quiet(): Promise<void>
  /** Tells its subscribers what a topic says now; answers the statuses they gave. */
  distribute(topic: string): Promise<number[]>
  /** Calls an address as the internet would. */
  call(url: string, init?: RequestInit): Promise<Response>
  close(): void
}

/**
 * A hub, written from the rules for hubs of WebSub (w3.org/TR/websub, sections 5 and 7).
 * @param resolve turns a public address into one that can be reached here, as DNS would
 */
export async function openHub(resolve: (url: string) => string): Promise<TestHub> {
  const verifying = new Set<Promise<void>>()
  const server = http.createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    const asked: Asked = {
      callback: form.get('hub.callback') ?? '',
      mode: form.get('hub.mode') ?? '',
      topic: form.get('hub.topic') ?? '',
      secret: form.get('hub.secret') ?? '',
      leaseSeconds: Number(form.get('hub.lease_seconds')),
    }
    hub.asked.push(asked)
    const isSound =
      request.method === 'POST' &&
      request.headers['content-type'] === 'application/x-www-form-urlencoded' &&
      ['subscribe', 'unsubscribe'].includes(asked.mode) &&
      URL.canParse(asked.callback) &&
      URL.canParse(asked.topic) &&
      Buffer.byteLength(asked.secret) < 200
    if (!isSound || hub.refuses) return response.writeHead(hub.refuses ?? 400).end()
    const verification = hub.verifies === 'before' ? verify(asked) : null
    await verification
    response.writeHead(202).end()
    if (verification) return undefined
    const later = verify(asked).finally(() => verifying.delete(later))
    verifying.add(later)
    return undefined
  })

  async function verify({ callback, mode, topic, ...rest }: Asked): Promise<void> {
    const challenge = randomBytes(16).toString('hex')
    const url = new URL(callback)
    url.searchParams.set('hub.mode', mode)
    url.searchParams.set('hub.topic', topic)
    url.searchParams.set('hub.challenge', challenge)
    if (mode === 'subscribe') url.searchParams.set('hub.lease_seconds', `${hub.lease}`)
    const answer = await hub.call(url.href)
    if (!answer.ok || (await answer.text()) !== challenge) return
    if (mode === 'unsubscribe') hub.subscribers.delete(callback)
    else hub.subscribers.set(callback, { callback, mode, topic, ...rest })
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const hub: TestHub = {
    url: `http://127.0.0.1:${port}/`,
    host: `127.0.0.1:${port}`,
    asked: [],
    subscribers: new Map(),
    lease: 864_000,
    verifies: 'after',
    refuses: null,
    algorithm: 'sha256',
    async quiet() {
      while (verifying.size > 0) await Promise.all(verifying)
    },
    async distribute(topic) {
      const content = await (await hub.call(topic)).text()
      const told = [...hub.subscribers.values()].filter((one) => one.topic === topic)
      return Promise.all(
        told.map(async ({ callback, secret }) => {
          const signature = createHmac(hub.algorithm, secret).update(content).digest('hex')
          const { status } = await hub.call(callback, {
            method: 'POST',
            headers: {
              'content-type': 'application/rss+xml',
              link: `<${hub.url}>; rel="hub", <${topic}>; rel="self"`,
              'x-hub-signature': `${hub.algorithm}=${signature}`,
            },
            body: content,
          })
          if (status === 410) hub.subscribers.delete(callback)
          return status
        }),
      )
    },
    call: (url, init) => fetch(resolve(url), init),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return hub
}
