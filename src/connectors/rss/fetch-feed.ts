import { exchange } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { decode } from './decode.ts'
import { closed, nothingThere, tooLarge } from './refusals.ts'

/** What the server gave last time, to hear “not modified” instead of the same again. */
export interface Validators {
  etag?: string
  modified?: string
}

export interface Fetched extends Validators {
  /** Where it was found in the end, after redirects. */
  url: string
  text: string
  /** The header of links (RFC 8288), as it came. */
  link: string
}

/** Feeds of the press weigh a few hundred kB; beyond this it is no feed, or not one to read every hour. */
const maxBytes = 5_000_000

/** Fetches a feed or a page, politely (RFC 9110, section 13), and reads its letters. */
export async function fetchFeed(
  tools: Tools,
  url: string,
  since: Validators | null,
): Promise<Outcome<Fetched | 'unchanged'>> {
  const headers = {
    accept: 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/html;q=0.5',
    ...(since?.etag ? { 'if-none-match': since.etag } : {}),
    ...(since?.modified ? { 'if-modified-since': since.modified } : {}),
  }
  const request = { url, headers, maxBytes }
  const answer = await exchange(tools, request)
  if (!answer.ok) {
    const isTooLarge = answer.failure.detail.startsWith('too-large:')
    return isTooLarge ? rejected('url', tooLarge(maxBytes)) : answer
  }
  const response = answer.value
  if (response.status === 304) return done('unchanged')
  if (!response.ok) return failed(await refusalOf(tools, response))
  const bytes = new Uint8Array(await response.arrayBuffer())
  return done({
    url: response.url || url,
    text: decode(bytes, response.headers.get('content-type') ?? ''),
    link: response.headers.get('link') ?? '',
    etag: response.headers.get('etag') ?? undefined,
    modified: response.headers.get('last-modified') ?? undefined,
  })
}

async function refusalOf(tools: Tools, response: Response) {
  const { status, headers } = response
  const detail = `${status}`
  if (status === 404 || status === 410) {
    return { kind: 'rejected', reason: nothingThere, field: 'url', detail } as const
  }
  if (status === 401 || status === 403) {
    return { kind: 'rejected', reason: closed, field: 'url', detail } as const
  }
  const reply = { status, headers, text: await response.text() }
  return usualFailure(reply, { url: response.url }, 'RSS', tools)
}
