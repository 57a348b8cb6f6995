import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Tools } from '../connector.ts'
import { parseJson } from '../ask.ts'

const kept = ['content-type', 'retry-after', 'ratelimit-reset', 'x-ratelimit-reset', 'link']

/** An answer as the recorder hears it. */
export interface Heard {
  method: string
  url: URL
  status: number
  body: unknown
}

/**
 * A fetch that keeps one answer of a real server for each name under `fixtures/`, scrubbed of tokens, when
 * the tests run with `VIGIE_RECORD=1`; otherwise the same fetch.
 * @param nameOf the name of the fixture, or null to keep nothing
 */
export function recording(
  fetch: Tools['fetch'],
  folder: string,
  nameOf: (heard: Heard) => string | null,
): Tools['fetch'] {
  if (!process.env['VIGIE_RECORD']) return fetch
  const sizes = new Map<string, number>()
  return async (address, init) => {
    const response = await fetch(address, init)
    const { status, headers } = response
    const text = await response.clone().text()
    const said = text === '' ? '' : (parseJson(text) ?? text)
    const url = new URL(address)
    const name = nameOf({ method: init?.method ?? 'GET', url, status, body: said })
    if (name) {
      const body = scrub(said)
      const headersKept = kept.flatMap((header) => {
        const value = headers.get(header)
        return value ? [[header, value]] : []
      })
      const recorded = { status, headers: Object.fromEntries(headersKept), body }
      const written = `${JSON.stringify(recorded, null, 2)}\n`
      // The fullest answer of its name tells most.
      if (written.length <= (sizes.get(name) ?? 0)) return response
      sizes.set(name, written.length)
      mkdirSync(path.join(folder, 'fixtures'), { recursive: true })
      writeFileSync(path.join(folder, 'fixtures', `${name}.json`), written)
    }
    return response
  }
}

const secretNames = /^(accessJwt|refreshJwt|access_token|client_secret|client_id|vapid_key|email)$/

function scrub(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(scrub)
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretNames.test(name) ? `a-${name}` : scrub(inner),
    ]),
  )
}
