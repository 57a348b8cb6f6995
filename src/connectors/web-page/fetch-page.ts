import { exchange } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { closed, notAPage, nothingThere, tooLarge } from './refusals.ts'

/** What the server gave last time, to hear “not modified” instead of the same again. */
export interface Validators {
  etag?: string
  modified?: string
}

export interface Fetched extends Validators {
  /** Where it was found in the end, after redirects. */
  url: string
  html: string
}

const maxBytes = 3_000_000

/** Fetches a page politely (RFC 9110, section 13). */
export async function fetchPage(
  tools: Tools,
  url: string,
  since: Validators | null,
): Promise<Outcome<Fetched | 'unchanged'>> {
  const headers = {
    accept: 'text/html, application/xhtml+xml;q=0.9',
    ...(since?.etag ? { 'if-none-match': since.etag } : {}),
    ...(since?.modified ? { 'if-modified-since': since.modified } : {}),
  }
  const answer = await exchange(tools, { url, headers, maxBytes })
  if (!answer.ok) {
    const isTooLarge = answer.failure.detail.startsWith('too-large:')
    return isTooLarge ? rejected('url', tooLarge(maxBytes)) : answer
  }
  const response = answer.value
  const { status } = response
  if (status === 304) return done('unchanged')
  if (status === 404 || status === 410) return rejected('url', nothingThere)
  if (status === 401 || status === 403) return rejected('url', closed)
  if (!response.ok) {
    const reply = { status, headers: response.headers, text: await response.text() }
    return failed(usualFailure(reply, { url }, new URL(url).host, tools))
  }
  const type = response.headers.get('content-type') ?? ''
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return rejected('url', notAPage)
  return done({
    url: response.url || url,
    html: decode(new Uint8Array(await response.arrayBuffer()), type),
    etag: response.headers.get('etag') ?? undefined,
    modified: response.headers.get('last-modified') ?? undefined,
  })
}

/** By the header, else by the page’s own first kilobyte (HTML Standard, section 13.2.3.2), else UTF-8. */
function decode(bytes: Uint8Array, type: string): string {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  const named =
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    'utf-8'
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
