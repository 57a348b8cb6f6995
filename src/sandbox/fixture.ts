import Fastify from 'fastify'
import { afterAll } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { type FixedClock, fixedClock } from '#platform/clock.ts'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { silentLog } from '#platform/log.ts'
import { createDatabase, dropDatabase } from '#support/database.ts'
import { sandboxPlugin } from './plugin.ts'
import type { SandboxTools } from './server/tools.ts'

export interface PracticeNetwork {
  /** Where it is served. */
  url: string
  clock: FixedClock
  /** What a connector is given: its fetch knows the network's host. */
  connectorTools: Tools
  tools: SandboxTools
  close(): Promise<void>
}

/**
 * The practice network alone, on a database of its own and a free port, with a clock that stands still.
 * Closed when the test file ends.
 */
export async function openPracticeNetwork(
  now = '2026-11-23T09:00:00+01:00',
): Promise<PracticeNetwork> {
  const databaseUrl = await createDatabase()
  const pool = openPool(databaseUrl)
  const clock = fixedClock(now)
  const tools: SandboxTools = {
    db: openDatabase(pool),
    clock,
    publicUrl: undefined,
    localUrl: 'http://desk.example',
  }
  const server = Fastify({ forceCloseConnections: true })
  await server.register(sandboxPlugin(tools), { prefix: '/_sandbox' })
  const url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/_sandbox`
  const fetch = createFetch({ aliases: new Map([['sandbox.vigie.internal', url]]) })
  let closed: Promise<void> | undefined
  const network = {
    url,
    clock,
    tools,
    connectorTools: { fetch, clock, log: silentLog },
    close: () =>
      (closed ??= (async () => {
        await server.close()
        await pool.end()
        await dropDatabase(databaseUrl)
      })()),
  }
  afterAll(network.close)
  return network
}

/** Calls the network's API as a client would; `token` once signed in. */
export function client(network: PracticeNetwork, token = '') {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const isBytes = body instanceof Uint8Array
    const response = await fetch(network.url + path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body !== undefined && !isBytes ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: isBytes
        ? (body as Uint8Array<ArrayBuffer>)
        : body === undefined
          ? null
          : JSON.stringify(body),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    // oxlint-disable-next-line no-explicit-any -- what an answer holds is for the test to assert
    const parsed: any = isJson && text ? JSON.parse(text) : text
    return { status: response.status, headers: response.headers, body: parsed }
  }
  return {
    get: (path: string, headers?: Record<string, string>) => call('GET', path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>) =>
      call('POST', path, body, headers),
    patch: (path: string, body: unknown) => call('PATCH', path, body),
    delete: (path: string) => call('DELETE', path),
  }
}

/** Signs in as the furniture shop, or as another one. */
export async function signedIn(
  network: PracticeNetwork,
  handle = 'atelier.morel',
  name = 'Atelier Morel',
) {
  const { body } = await client(network).post('/sessions', {
    handle,
    password: 'chêne massif',
    name,
  })
  return client(network, body.token as string)
}
