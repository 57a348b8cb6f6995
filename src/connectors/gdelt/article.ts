import { z } from 'zod'
import type { Found } from '#connectors/_contract/connector.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { languageNamed } from './languages.ts'

/** An article of `mode=artlist` (GDELT DOC 2.0 API, read 2026-11-26); images and the mobile address are not used. */
const articleSchema = z.object({
  url: z.url({ protocol: /^https?$/, hostname: /\./ }).max(4000),
  title: z.string(),
  /** When GDELT saw it, to the quarter of an hour: it tells no date of publication. */
  seendate: z.string().transform(instantIn),
  domain: z.string().catch(''),
  language: z.string().catch(''),
})

/** Clocks differ; what claims to be later than this would have us miss all that comes before it. */
const aheadMs = 3_600_000

/**
 * An article as GDELT lists it: its title alone, and that it holds the words searched for.
 * @returns null when it has no web address, no title or no believable date
 */
export function foundOf(article: unknown, term: string, now: Date): Found | null {
  const { data } = articleSchema.safeParse(article)
  if (!data?.seendate || data.seendate.getTime() > now.getTime() + aheadMs) return null
  const title = htmlToText(data.title).replace(/\s+/g, ' ').trim()
  if (title === '') return null
  const { host } = new URL(data.url)
  const outlet = data.domain || host.replace(/^www\./, '')
  const language = languageNamed(data.language)
  return {
    remoteId: data.url,
    url: data.url,
    author: { remoteId: outlet, handle: outlet, name: outlet, profileUrl: `https://${host}` },
    title,
    text: title,
    holds: [term],
    ...(language ? { language } : {}),
    at: data.seendate,
  }
}

/** `20261126T091500Z`; null when it is no date. */
function instantIn(written: string): Date | null {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)Z?$/.exec(written) ?? []
  const [year, month, day, hour, minute, second] = parts
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const at = new Date(iso)
  // The thirtieth of February becomes another day.
  return !Number.isNaN(at.getTime()) && at.toISOString() === iso ? at : null
}
