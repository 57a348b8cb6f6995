import type { FieldTest, Post } from './fields.ts'
import type { Atom, Query, Words } from './query.ts'

/**
 * The meaning of a query, as plainly as it can be written: the reference that the matcher is tested and timed against.
 * Every choice of places is tried; nothing is indexed, ordered or remembered.
 */
export function naiveMatch(query: Query, given: Post | string): boolean {
  const post = typeof given === 'string' ? { text: given } : given
  return holds(query, naiveWords(post.text), post)
}

export interface NaiveWord {
  text: string
  sign: string
  written: string
  /** What stands after it. */
  rest: string
  position: number
}

const unspaced =
  '(?=[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}])[\\p{L}\\p{N}\\p{M}][\\u3099\\u309a\\uff9e\\uff9f]?'
const emoji =
  '(?![©®™\\u203c\\u2049\\p{L}\\p{N}])[\\p{Extended_Pictographic}\\p{Regional_Indicator}]'
const pieces = new RegExp(
  `([#@]?)(${unspaced}|${emoji}|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+)|(\\u2029)`,
  'gu',
)

export function naiveWords(text: string): NaiveWord[] {
  let position = 0
  return [...text.matchAll(pieces)].flatMap((match) => {
    const [whole, before = '', written = '', paragraph] = match
    const folded = plain(written)
    if (paragraph) position++
    const sign = letterBefore.test(text.slice(0, match.index)) ? '' : before
    const rest = text.slice(match.index + whole.length)
    return folded === '' ? [] : [{ text: folded, sign, written, rest, position: position++ }]
  })
}

/** Of a script that puts spaces between words. */
const letterBefore = new RegExp(`(?!${unspaced})[\\p{L}\\p{N}][\\p{M}\\p{Cf}]*$`, 'u')

/** Without case and accents; the vowels of Thai and its like are no accents. */
function plain(written: string): string {
  return written
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
}

type Span = [start: number, end: number]

function holds(query: Query, words: NaiveWord[], post: Post): boolean {
  switch (query.op) {
    case 'and':
      return query.parts.every((part) => holds(part, words, post))
    case 'or':
      return query.parts.some((part) => holds(part, words, post))
    case 'not':
      return !holds(query.part, words, post)
    case 'named':
      return holds(query.part, words, post)
    case 'field':
      return naiveField(query.test, post)
    case 'near':
      return spans(query, words).length > 0
    case 'words':
      return query.slop === null ? spans(query, words).length > 0 : isGathered(query, words)
  }
}

function naiveField(test: FieldTest, { author, url, language, sources, images, at }: Post) {
  if (test.field === 'author') {
    return [author?.handle.replace('@', ''), author?.name].some(
      (n) => n?.toLowerCase() === test.value,
    )
  }
  if (test.field === 'site') {
    const { host } = new URL(url ?? 'nowhere:')
    return `.${host}`.endsWith(`.${test.value}`)
  }
  if (test.field === 'url') return (url ?? '').toLowerCase().includes(test.value)
  if (test.field === 'lang') return language?.toLowerCase().split('-')[0] === test.value
  if (test.field === 'source') return (sources ?? []).some((s) => s.toLowerCase() === test.value)
  if (test.field === 'has') return test.value === 'image' && (images ?? 0) > 0
  const value = test.field === 'date' ? at?.getTime() : author?.followers
  return value !== undefined && value >= (test.from ?? value) && value < (test.before ?? Infinity)
}

function isGathered({ atoms, slop }: Words, words: NaiveWord[]): boolean {
  if (atoms.length === 1) return words.some((word) => isWord(atoms[0], word))
  const width = atoms.length + (slop ?? 0)
  return words.some(({ position: first }) =>
    atoms.every((atom) =>
      words.some((w) => w.position >= first && w.position < first + width && isWord(atom, w)),
    ),
  )
}

function spans(query: Query, words: NaiveWord[]): Span[] {
  if (query.op === 'named') return spans(query.part, words)
  if (query.op === 'or') return query.parts.flatMap((part) => spans(part, words))
  if (query.op === 'words') {
    const { atoms } = query
    return words.flatMap(({ position }): Span[] => {
      const here = atoms.every((atom, k) =>
        words.some((w) => w.position === position + k && isWord(atom, w)),
      )
      return here ? [[position, position + atoms.length - 1]] : []
    })
  }
  if (query.op !== 'near') return []
  const left = spans(query.left, words)
  const right = spans(query.right, words)
  const { distance, ordered } = query
  const found = (one: Span[], other: Span[]) =>
    one.flatMap(([start, end]) =>
      other
        .filter(([next]) => next > end && next - end - 1 <= distance)
        .map(([, last]): Span => [start, last]),
    )
  const all = [...found(left, right), ...(ordered ? [] : found(right, left))]
  return [...new Map(all.map((span) => [span.join(), span])).values()]
}

function isWord(atom: Atom | undefined, { text, sign, written, rest }: NaiveWord): boolean {
  if (!atom || (atom.sign !== '' && atom.sign !== sign)) return false
  if (atom.closes === '#' && /^[\p{L}\p{N}_]/u.test(rest)) return false
  if (atom.closes === '@' && /^([.@-]?[\p{L}\p{N}_])/u.test(rest)) return false
  if (atom.exact !== null) return written.normalize('NFC') === atom.exact
  const pattern = atom.text.replaceAll('?', '.') + (atom.prefix ? '.*' : '')
  return new RegExp(`^${pattern}$`, 'us').test(text)
}
