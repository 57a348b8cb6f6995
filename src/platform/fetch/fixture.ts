import http from 'node:http'
import type { LookupAddress } from 'node:dns'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { onTestFinished } from 'vitest'
import { createFetch, FetchFailure } from './fetch.ts'
import type { FetchInit, FetchOptions } from './fetch.ts'
import type { Network } from './guard.ts'

/** In these tests 127.0.0.2 plays the public internet; 127.0.0.1 stays the private place it is. */
export const PUBLIC = '127.0.0.2'
export const PRIVATE = '127.0.0.1'

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void

/** A server that keeps what it was asked and ends with the test. */
export async function serve(address: string, handler: Handler) {
  const seen: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    seen.push(request)
    handler(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, seen }
}

export const says =
  (text: string): Handler =>
  (_, response) =>
    response.end(text)

/** A resolver that knows these names; a list is answered one address at a time, in turn. */
export function names(map: Record<string, string | string[]>): Network & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    resolve: async (hostname): Promise<LookupAddress[]> => {
      const turn = asked.filter((name) => name === hostname).length
      asked.push(hostname)
      const answers = [map[hostname] ?? []].flat()
      const address = answers[turn % answers.length]
      if (!address) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
      return [{ address, family: 4 }]
    },
    isPublic: (address) => address === PUBLIC,
  }
}

export const atelier = names({ 'atelier-morel.example': PUBLIC })

export async function ask(url: string, init: FetchInit = {}, options: FetchOptions = {}) {
  const fetch = createFetch({ network: atelier, ...options })
  return fetch(url, { allowHttp: true, ...init })
}

/** The failure of an exchange that must fail. */
export async function failure(answer: Promise<unknown>): Promise<FetchFailure> {
  try {
    await answer
  } catch (error) {
    if (error instanceof FetchFailure) return error
    throw error
  }
  throw new Error('the exchange succeeded')
}

export async function unusedPort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, PUBLIC, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
