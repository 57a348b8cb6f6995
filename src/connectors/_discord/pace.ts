import { setTimeout as wait } from 'node:timers/promises'
import type { Tools } from '#connectors/_contract/connector.ts'

/** What we wait for here; more than that is the desk's to wait for. */
const longestMs = 5000

/**
 * Tools for a series of requests to one route: where an answer says that its bucket is empty, the next request waits
 * until it is full again, or is not made at all. A 429 counts towards a ban of this whole machine.
 */
export function paced(tools: Tools): Tools {
  let emptyForMs = 0
  return {
    ...tools,
    async fetch(url, init) {
      if (emptyForMs > longestMs) return tooSoon(emptyForMs)
      if (emptyForMs > 0) await wait(emptyForMs)
      const response = await tools.fetch(url, init)
      emptyForMs = emptyFor(response.headers)
      return response
    },
  }
}

/** docs.discord.com/developers/topics/rate-limits#header-format, read 2026-11-25. */
function emptyFor(headers: Headers): number {
  if (headers.get('x-ratelimit-remaining') !== '0') return 0
  return Math.ceil(Number(headers.get('x-ratelimit-reset-after') ?? 0) * 1000) || 0
}

const tooSoon = (ms: number) =>
  new Response('{"message":"this bucket is empty: not asked"}', {
    status: 429,
    headers: { 'retry-after': String(Math.ceil(ms / 1000)) },
  })
