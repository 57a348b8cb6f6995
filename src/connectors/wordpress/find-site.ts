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
import { network } from './reply.ts'

/**
 * Finds the root of a site's REST API from the address of any of its pages: the `Link` header of the page, else the
 * same link in its head (developer.wordpress.org/rest-api/using-the-rest-api/discovery, read 2026-11-25). It may be in
 * a sub-folder, or at `?rest_route=/` where addresses are not pretty.
 */
export async function findApi(tools: Tools, typed: string): Promise<Outcome<string>> {
  const page = pageAddress(typed)
  if (!page) return rejected('site', notAnAddress(typed))
  const request = { url: page, headers: { accept: 'text/html' } }
  const answer = await send(tools, request)
  if (!answer.ok) {
    const { failure } = answer
    return isNobodyThere(failure) ? nobody(typed, failure.detail) : answer
  }
  const { status, headers, text } = answer.value
  const found = inHeader(headers.get('link') ?? '') ?? inHead(text)
  const api = found && trusted(found, page)
  if (api) return done(api)
  if (status >= 500 || status === 429) {
    return failed(usualFailure(answer.value, request, network, tools))
  }
  return nobody(typed, `${status} without a link to an API`)
}

const nobody = (typed: string, detail: string) =>
  failed({ kind: 'rejected', field: 'site', reason: noServerAt(typed, network), detail })

/** As `serverAddress`, with the folder. */
function pageAddress(typed: string): URL | null {
  const origin = serverAddress(typed)
  if (!origin) return null
  const [, folder = ''] = /^(?:[a-z]+:\/\/)?[^/]+(\/[^?#]*)?/i.exec(typed.trim()) ?? []
  // A page of the dashboard does not tell where the API is: the site that it belongs to does.
  return new URL(folder.replace(/\/wp-(?:admin|login\.php).*$/, '/'), `${origin}/`)
}

const relation = 'https://api.w.org/'

function inHeader(links: string): string | undefined {
  for (const [, address, parameters] of links.matchAll(/<([^>]*)>([^,<]*)/g)) {
    if (parameters?.includes(`rel="${relation}"`)) return address
  }
  return undefined
}

function inHead(html: string): string | undefined {
  for (const [tag] of html.matchAll(/<link\b[^>]{0,2000}>/gi)) {
    if (!tag.includes(relation)) continue
    const [, , address] = /\bhref=(["'])(.*?)\1/i.exec(tag) ?? []
    return address?.replaceAll('&#038;', '&').replaceAll('&amp;', '&')
  }
  return undefined
}

/** The password goes there: over https, as the page was read, whatever an old setting of the site says. */
function trusted(address: string, page: URL): string | null {
  const url = URL.parse(address, page)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  if (page.protocol === 'https:') url.protocol = 'https:'
  return url.protocol === 'https:' || url.hostname === page.hostname ? url.href : null
}
