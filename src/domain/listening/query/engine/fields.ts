/** What the matcher reads. All but the text may be unknown, and what is unknown satisfies no test. */
export interface Post {
  /** A paragraph separator (U+2029) is crossed by no phrase: put one between title and text. */
  text: string
  author?: { handle: string; name: string; followers?: number } | null
  url?: string | null
  /** BCP 47. */
  language?: string | null
  /** The network or the source it was read from, under every name people may call it. */
  sources?: readonly string[]
  /** Pictures that came with it, when the source says. */
  images?: number
  at?: Date
}

/** A test of a post's surroundings. Values are folded by `foldValue` when the query is read. */
export type FieldTest =
  | { field: 'author'; value: string }
  | { field: 'site'; value: string }
  | { field: 'url'; value: string }
  | { field: 'lang'; value: string }
  | { field: 'source'; value: string }
  | { field: 'has'; value: 'image' | 'link' }
  | { field: 'followers' | 'date'; from: number | null; before: number | null }

/** Does the post satisfy the test? */
export function holds(test: FieldTest, post: Post): boolean {
  switch (test.field) {
    case 'author':
      return factsOf(post).authors.includes(test.value)
    case 'site':
      return isWithin(factsOf(post).host, test.value)
    case 'url':
      return factsOf(post).url.includes(test.value)
    case 'lang':
      return isSameLanguage(post.language, test.value)
    case 'source':
      return factsOf(post).sources.includes(test.value)
    case 'has':
      return test.value === 'image' ? (post.images ?? 0) > 0 : /https?:\/\//i.test(post.text)
    case 'followers':
      return isBetween(post.author?.followers, test)
    case 'date':
      return isBetween(post.at?.getTime(), test)
  }
}

interface Facts {
  /** The two names by which its author is known. */
  authors: string[]
  url: string
  host: string
  sources: string[]
}

/** What is compared, folded once for all the queries that ask about the same post. */
function factsOf(post: Post): Facts {
  if (remembered?.post === post) return remembered.facts
  const { author, url, sources = [] } = post
  const facts = {
    authors: author ? [foldValue(author.handle), foldValue(author.name)] : [],
    url: foldUrl(url ?? ''),
    host: hostOf(url),
    sources: sources.map(foldSource),
  }
  remembered = { post, facts }
  return facts
}

let remembered: { post: Post; facts: Facts } | null = null

/** How the value of a field is compared: without case, accents or the `@` of a handle. */
export function foldValue(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/^@/, '')
}

/** `la-presse` and "La Presse" are one. */
export function foldSource(name: string): string {
  return foldValue(name).replace(/[\s_-]+/g, '')
}

/** An address without what people leave out: scheme, `www.`, case. */
export function foldUrl(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^www\./, '')
}

/** The host of an address, without `www.`; empty when it is no address. */
export function hostOf(url: string | null | undefined): string {
  return /^[^/?#:]*/.exec(foldUrl(url ?? ''))?.[0] ?? ''
}

/** `site:lemonde.fr` holds on lemonde.fr and below it, not on notlemonde.fr. */
function isWithin(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`)
}

/** `pt` asks for Portuguese wherever it is spoken, `pt-br` for that of Brazil. */
function isSameLanguage(language: string | null | undefined, wanted: string): boolean {
  const known = (language ?? '').toLowerCase()
  return known === wanted || known.startsWith(`${wanted}-`)
}

function isBetween(
  value: number | undefined,
  { from, before }: { from: number | null; before: number | null },
): boolean {
  if (value === undefined) return false
  return (from === null || value >= from) && (before === null || value < before)
}
