import type { Author, Found } from '#connectors/_contract/connector.ts'
import { inOneDirection } from '#platform/one-direction.ts'
import { canonicalUrl } from './canonical-url.ts'

/** What a source brought, in the desk's own shape: nothing in it can upset the database or the matcher. */
export interface Normalised {
  remoteId: string
  url: string
  canonicalUrl: string
  author: Author | null
  title: string | null
  text: string
  language: string | null
  images: number | null
  at: Date
  /** What the network calls the post that this one reshares. */
  reshareOf?: string
  /** How often the network says that it was reshared. */
  reshares?: number
  /** What the network says it holds, beside the words that it gave. */
  holds?: string[]
}

/** Longest text kept and searched, in UTF-16 units: a very long article; beyond, it is cut. */
const longestText = 50_000

/** Cleans what a network sent. A date in the future or before there was a web, or none at all, becomes `now`. */
export function normalise(found: Found, now: Date): Normalised {
  const title = inOneDirection(clean(found.title ?? '', 500))
  return {
    remoteId: cleanId(found.remoteId),
    url: webAddress(clean(found.url, 4000)),
    canonicalUrl: canonicalUrl(clean(found.url, 4000)),
    author: found.author ? cleanAuthor(found.author) : null,
    title: title === '' ? null : title,
    text: clean(found.text, longestText),
    language: found.language ? clean(found.language, 35) : null,
    images: countOf(found.images, 1_000) ?? null,
    at: instantOf(found.at, now),
    ...(found.reshareOf ? { reshareOf: cleanId(found.reshareOf) } : {}),
    ...withCount('reshares', found.reshares),
    ...(found.holds ? { holds: found.holds.map((words) => clean(words, 500)) } : {}),
  }
}

/** What a network calls a post, as it is kept: what it says of it later is looked for under the same. */
export const cleanId = (id: string) => clean(id, 1000)
export const cleanAuthorId = (id: string) => clean(id, 500)

/** Whoever posts may give any instant, and PostgreSQL knows none before 4713 BC. */
const instantOf = (at: Date, now: Date) => (at.getTime() > 0 && at <= now ? at : now)

/** Nothing where it is no web address: what anybody may write in a feed (`javascript:`, `data:`) must be no link of ours. */
const webAddress = (address: string) => (/^https?:\/\//i.test(address) ? address : '')

function withAddress<Name extends string>(name: Name, told: string | undefined) {
  const address = webAddress(clean(told ?? '', 2000))
  return (address === '' ? {} : { [name]: address }) as Partial<Record<Name, string>>
}

/** More than there are people is no count, nor is half a one: PostgreSQL refuses what is not whole, and the whole page with it. */
function countOf(told: number | undefined, most: number): number | undefined {
  if (told === undefined || !(told >= 0)) return undefined
  return Math.min(Math.floor(told), most)
}

function withCount<Name extends string>(name: Name, told: number | undefined) {
  const count = countOf(told, 10_000_000_000)
  return (count === undefined ? {} : { [name]: count }) as Partial<Record<Name, number>>
}

/** Composed letters (so that search and highlights agree), no control character, no half of a pair. */
function clean(text: string, longest: number): string {
  return text
    .slice(0, longest)
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .trim()
}

function cleanAuthor({ remoteId, handle, name, avatarUrl, profileUrl, followers }: Author): Author {
  return {
    remoteId: cleanAuthorId(remoteId),
    handle: inOneDirection(clean(handle, 300)),
    name: inOneDirection(clean(name, 300)),
    ...withAddress('avatarUrl', avatarUrl),
    ...withAddress('profileUrl', profileUrl),
    ...withCount('followers', followers),
  }
}
