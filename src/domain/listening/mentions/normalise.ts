import type { Author, Found } from '#connectors/_contract/connector.ts'
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
}

/** Longest text kept and searched, in UTF-16 units: a very long article; beyond, it is cut. */
export const longestText = 50_000

/** Cleans what a network sent. A date in the future, or none at all, becomes `now`. */
export function normalise(found: Found, now: Date): Normalised {
  const title = clean(found.title ?? '', 500)
  return {
    remoteId: clean(found.remoteId, 1000),
    url: clean(found.url, 4000),
    canonicalUrl: canonicalUrl(clean(found.url, 4000)),
    author: found.author ? cleanAuthor(found.author) : null,
    title: title === '' ? null : title,
    text: clean(found.text, longestText),
    language: found.language ? clean(found.language, 35) : null,
    images: found.images ?? null,
    at: found.at <= now ? found.at : now,
    ...(found.reshareOf ? { reshareOf: clean(found.reshareOf, 1000) } : {}),
    ...(found.reshares === undefined ? {} : { reshares: found.reshares }),
  }
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
    remoteId: clean(remoteId, 500),
    handle: clean(handle, 300),
    name: clean(name, 300),
    ...(avatarUrl ? { avatarUrl: clean(avatarUrl, 2000) } : {}),
    ...(profileUrl ? { profileUrl: clean(profileUrl, 2000) } : {}),
    ...(followers === undefined ? {} : { followers }),
  }
}
