import { send } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  isNobodyThere,
  noServerAt,
  notAnAddress,
  rejected,
} from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { network } from './wiki.ts'

/**
 * Finds `api.php` from the address of any page of a wiki: every page names it in its head, those of a private wiki
 * too (`EditURI`, www.mediawiki.org/wiki/API:Main_page, read 2026-11-25).
 */
export async function findWiki(tools: Tools, typed: string): Promise<Outcome<string>> {
  const origin = serverAddress(typed)
  if (!origin) return rejected('wiki', notAnAddress(typed))
  const [, path = '/'] = /^(?:[a-z]+:\/\/)?[^/]+(\/[^#]*)?/i.exec(typed.trim()) ?? []
  const page = new URL(path, origin)
  if (page.pathname.endsWith('/api.php')) return done(page.origin + page.pathname)
  const request = { url: page, headers: { accept: 'text/html' } }
  const answer = await send(tools, request)
  if (!answer.ok) {
    const { failure } = answer
    return isNobodyThere(failure) ? nobody(typed, failure.detail) : answer
  }
  const api = inHead(answer.value.text, page)
  if (api) return done(api)
  const { status } = answer.value
  if (status >= 500 || status === 429) {
    return failed(usualFailure(answer.value, request, network, tools))
  }
  return nobody(typed, `${status} without a link to an API`)
}

const nobody = (typed: string, detail: string) =>
  failed({ kind: 'rejected', field: 'wiki', reason: noServerAt(typed, network), detail })

function inHead(html: string, page: URL): string | null {
  for (const [tag] of html.matchAll(/<link\b[^>]{0,2000}>/gi)) {
    if (!/\brel="EditURI"/i.test(tag)) continue
    const url = URL.parse(/\bhref="([^"?]*)/i.exec(tag)?.[1] ?? '', page)
    if (!url || !/^https?:$/.test(url.protocol)) return null
    // The password goes there: over https, as the page was read.
    if (page.protocol === 'https:') url.protocol = 'https:'
    return url.protocol === 'https:' || url.hostname === page.hostname ? url.href : null
  }
  return null
}
