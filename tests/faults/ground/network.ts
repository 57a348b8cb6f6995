import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { GroundFault, Operation, Weather } from './faults.ts'

/** What the network really published: the truth that a trial is judged by. */
export interface GroundPost {
  id: string
  account: string
  text: string
  replyTo: string | null
  /** The name or key it was sent under, where the network honours one. */
  name: string | null
}

/**
 * A network in memory, served by HTTP, that fails as the weather says. It publishes by each of the ways that networks
 * know: under a name of ours, under an `Idempotency-Key`, from a container, or simply. It never forgets, whoever is
 * killed meanwhile.
 */
export interface Ground {
  url: string
  posts: GroundPost[]
  /** Requests by `<account> <operation>`. */
  asked: string[]
  /** The access of an account ends, or is taken back for good. */
  end(account: string, how: 'expired' | 'revoked' | 'suspended'): void
  /** The person signs in again. */
  pardon(account: string): void
  close(): Promise<void>
}

interface Access {
  token: string
  renewal: string
  suspended: boolean
}

interface Container {
  account: string
  text: string
  replyTo: string | null
  /** How often it is still found unfinished. */
  unready: number
  post: GroundPost | null
}

interface Holding {
  accounts: Map<string, Access>
  containers: Map<string, Container>
  posts: GroundPost[]
  byName: Map<string, GroundPost>
  asked: string[]
}

/** @param pauseMs how long it is silent when it lets a request time out */
export async function openGround(weather: Weather, pauseMs = 1500): Promise<Ground> {
  const held: Holding = {
    accounts: new Map(),
    containers: new Map(),
    posts: [],
    byName: new Map(),
    asked: [],
  }
  const server = http.createServer((request, response) => {
    void answer(held, weather, pauseMs, request, response).catch(() => request.socket.destroy())
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    posts: held.posts,
    asked: held.asked,
    end(account, how) {
      const access = held.accounts.get(account)
      if (access) end(access, how)
    },
    pardon: (account) => void held.accounts.delete(account),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Asked {
  method: string
  path: string
  body: Record<string, unknown>
  headers: http.IncomingHttpHeaders
}

interface Reply {
  status: number
  body: unknown
  headers?: Record<string, string>
}

async function answer(
  held: Holding,
  weather: Weather,
  pauseMs: number,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const asked: Asked = {
    method: request.method ?? 'GET',
    path: new URL(request.url ?? '/', 'http://ground').pathname,
    headers: request.headers,
    body: await bodyOf(request),
  }
  const operation = operationOf(asked)
  const account = accountOf(asked)
  held.asked.push(`${account} ${operation}`)
  const fault = asked.path === '/sessions' ? undefined : weather.strikes(account, operation)
  const access = held.accounts.get(account)
  const reply = await meet(held, asked, { account, access, fault, pauseMs, request })
  if (!reply) return void request.socket.destroy()
  const words = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
  const type = typeof reply.body === 'string' ? 'text/html' : 'application/json'
  response.writeHead(reply.status, { 'content-type': type, ...reply.headers }).end(words)
}

interface Circumstances {
  account: string
  access: Access | undefined
  fault: GroundFault | undefined
  pauseMs: number
  request: http.IncomingMessage
}

/** @returns null when the connection is cut instead of an answer */
async function meet(held: Holding, asked: Asked, c: Circumstances): Promise<Reply | null> {
  const { fault, access, pauseMs } = c
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  if (fault === 'expired' || fault === 'revoked' || fault === 'suspended') {
    if (access) end(access, fault)
  }
  switch (fault) {
    case 'reset-before':
      return null
    case 'timeout-before':
      await pause(pauseMs)
      return null
    case '429':
      return { status: 429, body: { error: 'slow down' }, headers: { 'retry-after': '1' } }
    case '429-silent':
      return { status: 429, body: { error: 'slow down' } }
    case '500':
      return { status: 500, body: { error: 'broken' } }
    case '503':
      return { status: 503, body: { error: 'overloaded' } }
    case 'nonsense':
      return { status: 200, body: '<h1>It works!</h1>' }
    case 'slow':
      await pause(pauseMs / 10)
      // Who gave up waiting is not heard any more.
      if (c.request.socket.destroyed) return null
      break
  }
  const reply = act(held, asked, c)
  if (reply.status >= 400) return reply
  switch (fault) {
    case 'reset-after':
      return null
    case 'timeout-after':
      await pause(pauseMs)
      return null
    case '500-after':
      return { status: 500, body: { error: 'broken' } }
    case 'nonsense-after':
      return { status: 200, body: '<h1>It works!</h1>' }
    default:
      return reply
  }
}

function end(access: Access, how: 'expired' | 'revoked' | 'suspended'): void {
  if (how === 'suspended') access.suspended = true
  else access.token = randomUUID()
  if (how === 'revoked') access.renewal = randomUUID()
}

const created = (body: unknown): Reply => ({ status: 201, body })
const refused = (status: number, error: string): Reply => ({ status, body: { error } })

function act(held: Holding, asked: Asked, { account, access, fault }: Circumstances): Reply {
  const { method, path, body, headers } = asked
  if (path === '/sessions') return created(signIn(held, account))
  if (!access) return refused(401, 'nobody')
  if (access.suspended) return refused(403, 'suspended')
  if (path === '/renewals') return renew(account, access, String(body['renewal']))
  if (headers.authorization !== `Bearer ${access.token}`) return refused(401, 'expired')
  const [, what, id = '', verb] = path.split('/')
  const words = { text: String(body['text']), replyTo: (body['replyTo'] as string) ?? null }
  if (what === 'posts' && method === 'GET') return { status: 200, body: mine(held, account) }
  if (what === 'posts') {
    const key = headers['idempotency-key']
    return created(post(held, account, words, typeof key === 'string' ? key : null))
  }
  if (what === 'records' && method === 'GET') {
    const found = held.byName.get(`${account} ${id}`)
    return found ? { status: 200, body: found } : refused(404, 'no such record')
  }
  if (what === 'records')
    return held.byName.has(`${account} ${id}`)
      ? refused(409, 'taken')
      : created(post(held, account, words, id))
  return withContainer(held, { account, id, verb, method, fault }, words)
}

function signIn(held: Holding, account: string) {
  const access = held.accounts.get(account) ?? {
    token: randomUUID(),
    renewal: randomUUID(),
    suspended: false,
  }
  held.accounts.set(account, access)
  return { token: access.token, renewal: access.renewal }
}

/** As strict networks do: each renewal ends the one before, and whoever comes with a former one is locked out. */
function renew(_account: string, access: Access, renewal: string): Reply {
  if (renewal !== access.renewal) {
    end(access, 'revoked')
    return refused(401, 'this renewal was used already')
  }
  access.token = randomUUID()
  access.renewal = randomUUID()
  return created({ token: access.token, renewal: access.renewal })
}

function post(
  held: Holding,
  account: string,
  { text, replyTo }: Pick<GroundPost, 'text' | 'replyTo'>,
  name: string | null,
): GroundPost {
  const earlier = name === null ? undefined : held.byName.get(`${account} ${name}`)
  if (earlier) return earlier
  const made = { id: `p${held.posts.length + 1}`, account, text, replyTo, name }
  held.posts.push(made)
  if (name !== null) held.byName.set(`${account} ${name}`, made)
  return made
}

const mine = (held: Holding, account: string) =>
  held.posts.filter((one) => one.account === account).toReversed()

interface AtContainer {
  account: string
  id: string
  verb: string | undefined
  method: string
  fault: GroundFault | undefined
}

function withContainer(
  held: Holding,
  { account, id, verb, method, fault }: AtContainer,
  words: Pick<GroundPost, 'text' | 'replyTo'>,
): Reply {
  if (id === '') {
    const made = { account, ...words, unready: fault === 'late-media' ? 3 : 0, post: null }
    const name = randomUUID()
    held.containers.set(name, made)
    return created({ id: name })
  }
  const container = held.containers.get(id)
  if (container?.account !== account) return refused(404, 'no such container')
  if (method === 'GET')
    return {
      status: 200,
      body: {
        status: container.post ? 'published' : container.unready > 0 ? 'processing' : 'ready',
        post: container.post,
      },
    }
  if (verb !== 'publish') return refused(404, 'no such thing')
  if (container.post) return refused(409, 'published already')
  if (container.unready-- > 0) return refused(409, 'still processing')
  container.post = post(held, account, container, null)
  return created(container.post)
}

function operationOf({ method, path }: Asked): Operation {
  if (path === '/renewals') return 'renew'
  if (method === 'GET') return 'read'
  return path === '/containers' || path === '/sessions' ? 'prepare' : 'publish'
}

/** Who asks: told by a header, for a token that has ended names nobody. */
const accountOf = ({ headers }: Asked) => String(headers['x-account'] ?? '')

async function bodyOf(request: http.IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text ? (JSON.parse(text) as Record<string, unknown>) : {}
}
