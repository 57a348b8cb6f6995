import type { FieldTest, Stretch } from '../engine/index.ts'
import { foldSource, foldUrl, foldValue } from '../engine/index.ts'
import { stop } from './unreadable.ts'

export type FieldName = FieldTest['field'] | 'query'

/** How fields are written, in both languages. */
export const fieldNames: ReadonlyMap<string, FieldName> = new Map([
  ['author', 'author'],
  ['auteur', 'author'],
  ['site', 'site'],
  ['url', 'url'],
  ['lang', 'lang'],
  ['langue', 'lang'],
  ['source', 'source'],
  ['has', 'has'],
  ['avec', 'has'],
  ['followers', 'followers'],
  ['abonnés', 'followers'],
  ['abonnes', 'followers'],
  ['date', 'date'],
  ['query', 'query'],
  ['requête', 'query'],
  ['requete', 'query'],
])

/**
 * What the value of a field asks for.
 * @throws Unreadable when the field cannot have it, with an example of what it can
 */
export function readTest(
  field: Exclude<FieldName, 'query'>,
  written: string,
  { start, end }: Stretch,
): FieldTest {
  const value = written.trim()
  if (field === 'lang') {
    if (!language.test(value)) stop('bad-language', start, end)
    return { field, value: value.toLowerCase() }
  }
  if (field === 'has') {
    const what = presences.get(foldValue(value))
    return what ? { field, value: what } : stop('bad-presence', start, end)
  }
  if (field === 'followers') {
    const range = readRange(value, readCount, (count) => count + 1)
    return range ? { field, ...range } : stop('bad-followers', start, end)
  }
  if (field === 'date') {
    const range = readRange(value, readDay, (day) => day + DAY_MS)
    return range ? { field, ...range } : stop('bad-date', start, end)
  }
  if (field === 'site') {
    const site = readSite(value)
    return site ? { field, value: site } : stop('bad-site', start, end)
  }
  const fold = { url: foldUrl, source: foldSource, author: foldValue }[field]
  const folded = fold(value)
  // What only had a scheme, an `@` or dashes asks for nothing, and would be found in everything.
  if (!/[\p{L}\p{N}]/u.test(folded) && !isSymbol(folded)) stop('empty-field', start, end)
  return { field, value: folded }
}

/** A name may be of emoji alone; signs and blanks name nobody. */
function isSymbol(value: string): boolean {
  return /\p{Extended_Pictographic}/u.test(value)
}

/** The host of an address; `*.fr`, `.fr` and `fr` are all sites under .fr. Null when it can be no site's. */
function readSite(value: string): string | null {
  const host = /^[^/?#:]*/
    .exec(foldUrl(value))?.[0]
    .replace(/^\*?\./, '')
    .replace(/\.$/, '')
  return host && siteName.test(host) ? host : null
}

/** Names between dots, of any script; `_` stands in some. */
const siteName = /^[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)*$/u

/** ISO 639, with or without a region (BCP 47). */
const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

const presences: ReadonlyMap<string, 'image' | 'link'> = new Map([
  ['image', 'image'],
  ['photo', 'image'],
  ['link', 'link'],
  ['lien', 'link'],
])

type Range = { from: number | null; before: number | null }

/** `>5`, `>=5`, `<5`, `<=5`, `5..9`, `5..`, `..9` or `5`: both ends of `..` are counted in. */
function readRange(
  written: string,
  read: (text: string) => number | null,
  next: (value: number) => number,
): Range | null {
  const [, sign, one] = /^(>=|<=|>|<)\s*(\S+)$/.exec(written) ?? []
  if (sign && one) {
    const value = read(one)
    if (value === null) return null
    if (sign === '>') return { from: next(value), before: null }
    if (sign === '>=') return { from: value, before: null }
    return { from: null, before: sign === '<' ? value : next(value) }
  }
  const [low = '', high = low, ...more] = written.split('..')
  const from = low === '' ? null : read(low)
  const to = high === '' ? null : read(high)
  const unread = (low !== '' && from === null) || (high !== '' && to === null)
  if (more.length > 0 || unread || (from === null && to === null)) return null
  if (from !== null && to !== null && from > to) return null
  return { from, before: to === null ? null : next(to) }
}

function readCount(text: string): number | null {
  const [, digits, unit] = /^(\d{1,12})(k|m)?$/i.exec(text) ?? []
  if (!digits) return null
  return Number(digits) * (unit ? (unit.toLowerCase() === 'k' ? 1_000 : 1_000_000) : 1)
}

const DAY_MS = 86_400_000

/** A day of the calendar, from midnight UTC. */
function readDay(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at
}
