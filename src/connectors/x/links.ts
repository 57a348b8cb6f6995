import type { Span } from '#connectors/_contract/text-rules.ts'
import { topLevelIn } from './top-level.ts'

/** Letters of the Latin alphabets, which X accepts in an address without `https://`. */
const latin =
  '\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0253-\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff'
const pathLetter = `[a-z0-9\\u0400-\\u04ff${latin}!*';:=+,.$/%#\\[\\]\\-\\u2013_~@|&]`

/** Anything but punctuation of ASCII, white space and marks of direction: X is that generous with domains. */
const hostLetter = `[^\\s\\p{Cc}!'#%&()*+,\\-./:;<=>?@[\\\\\\]^_\\{|\\}~$"\`\\u202a-\\u202e\\u061c\\u200e\\u200f\\u2066-\\u2069\\ufffe\\ufeff\\uffff]`

const withScheme = new RegExp(`(?<![a-z0-9@＠$#＃])https?://((?:${hostLetter}|[-_.])+)`, 'giu')
const withoutScheme = new RegExp(
  `(?<![a-z0-9@＠$#＃_./${latin}-])(?:[a-z0-9${latin}](?:[-a-z0-9${latin}]*[a-z0-9${latin}])?\\.)+`,
  'giu',
)

/** Every address of a text, in order, with its path and query: with a scheme, or of a domain that exists. */
export function links(words: string): Span[] {
  const found = eachLink(words, withScheme, (start, match) => {
    const [whole, host = ''] = match
    const domain = domainIn(host, host.lastIndexOf('.'))
    if (!domain) return null
    const after = start + whole.length - host.length + domain.length
    return shortenedEnd(words, start, after + restLength(words.slice(after)))
  })
  const bare = eachLink(words, withoutScheme, (start, [labels]) => {
    const after = start + labels.length
    const domain = domainIn(labels + words.slice(after, after + longestLabel), labels.length - 1)
    if (!domain || found.some((link) => start >= link.start && start < link.end)) return null
    return start + domain.length + restLength(words.slice(start + domain.length))
  })
  // An address in the query of another is a part of it: what begins first is read to its end.
  const isWithin = ({ start }: Span) => bare.some((one) => start >= one.start && start < one.end)
  return [...found.filter((link) => !isWithin(link)), ...bare].toSorted((a, b) => a.start - b.start)
}

/** Looks for one address after the other: what belongs to one is not looked at again. */
function eachLink(
  words: string,
  begins: RegExp,
  endOf: (start: number, match: RegExpExecArray) => number | null,
): Span[] {
  const found: Span[] = []
  begins.lastIndex = 0
  for (let match = begins.exec(words); match; match = begins.exec(words)) {
    const end = endOf(match.index, match)
    if (end === null) continue
    found.push(linkOf(words, match.index, end))
    begins.lastIndex = end
  }
  return found
}

function linkOf(words: string, start: number, end: number): Span {
  const address = words.slice(start, end)
  const value = /^https?:/i.test(address) ? address : `https://${address}`
  return { start, end, kind: 'link', value }
}

/** Of a domain name (RFC 1035). */
const longestLabel = 63
const longestDomain = 255

/** How much of these letters and dots is a domain: up to the last top-level domain at or before this dot. */
function domainIn(letters: string, lastDot: number): string | null {
  for (let dot = lastDot; dot > 0; dot = letters.lastIndexOf('.', dot - 1)) {
    if (dot > longestDomain) continue
    const top = topLevelIn(letters.slice(dot + 1, dot + 1 + longestLabel))
    const labels = letters.slice(0, dot).split('.')
    if (top !== null && labels.every(isLabel) && !labels.at(-1)?.includes('_')) {
      const domain = letters.slice(0, dot + 1 + top.length)
      return isName(domain) ? domain : null
    }
  }
  return null
}

const isLabel = (label: string) => label !== '' && !/^[-_]|[-_]$/.test(label)

/** Can it be a name of the internet, once written in ASCII? Its parts are limited there (RFC 1035). */
function isName(domain: string): boolean {
  const address = `https://${domain}`
  const ascii = URL.canParse(address) ? new URL(address).hostname : ''
  return ascii !== '' && ascii.split('.').every((label) => label.length <= longestLabel)
}

/** X's own short addresses end with their name; one that is too long is none. */
function shortenedEnd(words: string, start: number, end: number): number | null {
  const short = /^https?:\/\/t\.co\/([a-z0-9]+)/i.exec(words.slice(start, end))
  if (!short) return end
  if ((short[1] ?? '').length > 40) return null
  const after = start + short[0].length
  return after + queryLength(words.slice(after, end))
}

/** How much of what follows a domain belongs to its address. */
function restLength(after: string): number {
  const port = /^:\d+/.exec(after)?.[0].length ?? 0
  const path = after[port] === '/' ? pathLength(after.slice(port)) : 0
  return port + path + queryLength(after.slice(port + path))
}

const pathRun = new RegExp(`${pathLetter}+`, 'iuy')
const pathEnd = new RegExp(`[a-z0-9\\u0400-\\u04ff${latin}=_#/+-]`, 'iu')
const inBrackets = new RegExp(
  `\\((?:${pathLetter}+|${pathLetter}*\\(${pathLetter}+\\)${pathLetter}*)\\)`,
  'iuy',
)

/** A path goes on through balanced brackets, and does not end with punctuation. */
function pathLength(after: string): number {
  let at = 0
  let end = 1
  for (;;) {
    pathRun.lastIndex = at
    const run = pathRun.exec(after)
    if (run) {
      at += run[0].length
      for (let last = at; last > at - run[0].length; last--) {
        if (!pathEnd.test(after[last - 1] ?? '')) continue
        end = last
        break
      }
    }
    inBrackets.lastIndex = at
    const brackets = inBrackets.exec(after)
    if (!brackets) return end
    at += brackets[0].length
    end = at
  }
}

function queryLength(after: string): number {
  const run = /^\?[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]*/i.exec(after)?.[0] ?? ''
  return run.replace(/[^a-z0-9\-_&=#/]+$/i, '').length
}
