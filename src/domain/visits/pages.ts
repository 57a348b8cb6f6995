import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SitePage, SiteVisit } from '#connectors/_contract/connector.ts'
import { noteSighting } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { languageOf } from '#platform/http/tools.ts'
import { baseOf, findSite, hereOf, type SiteOf } from './find-site.ts'

/** Serves one of the pages of a site. @throws Problem when there is none of that name */
export async function servePage(
  desk: Desk,
  { id, name }: { id: string; name: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const found = await findSite(desk, id)
  const { channel, site, rules } = found
  const base = await baseOf(desk, request, channel)
  const { timeZone } = await companyOf(desk.db, channel.companyId)
  const { askedBy, origin } = whoAsks(found, request, [base, hereOf(request, channel)])
  const page = site.serve(name, {
    account: channel,
    base,
    query: new URL(request.url, base).searchParams,
    language: languageOf(request),
    timeZone,
    now: desk.clock.now(),
    askedBy,
  })
  if (!page) throw new Problem(notFound)
  if (page.kind === 'script' && origin) {
    const kind = askedBy === 'other' ? 'refused' : 'allowed'
    await noteSighting(desk.db, channel, kind, { origin, at: desk.clock.now() })
  }
  void reply.headers({ ...HEADERS[page.kind], 'content-security-policy': policyOf(page, rules) })
  await reply
    .type(page.type)
    .serializer((text: string) => text)
    .send(page.body)
}

/** The website on whose page this is asked for, where its browser says so; never the page, nor who looks at it. */
function whoAsks(
  { rules }: SiteOf,
  { headers }: FastifyRequest,
  own: string[],
): { askedBy: SiteVisit['askedBy']; origin: string | null } {
  const origin = URL.parse(headers.referer ?? '')?.origin ?? null
  if (!origin || origin === 'null' || origin.length > 300)
    return { askedBy: 'unknown', origin: null }
  if (own.some((base) => URL.parse(base)?.origin === origin))
    return { askedBy: 'allowed', origin: null }
  return { askedBy: rules.origins.includes(origin) ? 'allowed' : 'other', origin }
}

const HEADERS: Record<SitePage['kind'], Record<string, string>> = {
  // Other sites load it: that is what it is for.
  script: {
    'cache-control': 'private, max-age=300',
    'cross-origin-resource-policy': 'cross-origin',
  },
  frame: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  page: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  part: { 'cache-control': 'public, max-age=300' },
}

/** Nothing but this desk's own scripts and styles runs; the frame is shown by the allowed addresses alone (CSP Level 3). */
function policyOf({ kind }: SitePage, { origins }: { origins: string[] }): string {
  const framed = kind === 'frame' ? ["'self'", ...origins].join(' ') : "'none'"
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framed}`,
  ].join('; ')
}
