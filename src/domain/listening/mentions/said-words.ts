import type { Stretch } from '../query/index.ts'
import { withoutAccents } from '../signals/words/tokens.ts'

/**
 * Each word is looked for in every text gone through: the hundred that two hundred characters can hold would keep the
 * database busy. A sentence between quotes is one.
 */
export const MOST_WORDS = 8

/**
 * What somebody types to find again what was said, as regular expressions that all have to be found; PostgreSQL and
 * JavaScript read them alike, whatever the language of the database. A word is found from its beginning (`liv` finds
 * `livraison`), words between quotes stand together. Capitals, accents and the form of an apostrophe do not matter.
 * @param asked as typed; without a letter or digit in it, nothing is asked
 */
export function patternsOf(asked: string): string[] {
  return wordsOf(asked).map(patternOf)
}

/** Each word, or words between quotes, that is asked for, as typed. */
export function wordsOf(asked: string): string[] {
  const pieces = asked.normalize('NFC').matchAll(/["“”«»]([^"“”«»]+)["“”«»]|([^\s"“”«»]+)/g)
  return [...pieces]
    .map(([, phrase, word]) => (phrase ?? word ?? '').replaceAll(/\s+/g, ' '))
    .map((piece) => piece.replaceAll(/^[^\p{L}\p{N}#@]+|[^\p{L}\p{M}\p{N}]+$/gu, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
}

/** Where a text says what was asked for, in its order; nothing overlaps. */
export function stretchesOf(patterns: readonly string[], text: string): Stretch[] {
  if (patterns.length === 0) return []
  const found = text.matchAll(new RegExp(patterns.join('|'), 'g'))
  return [...found].map(({ index, 0: said }) => ({ start: index, end: index + said.length }))
}

/** Letters and digits of scripts that part words by blanks: in others a word may begin anywhere. */
const SPACED = String.raw`0-9A-Za-zªº\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff`
const beginsSpaced = new RegExp(`^[${SPACED}]`)

function patternOf(piece: string): string {
  const begins = beginsSpaced.test(piece) ? `(?<![${SPACED}])` : ''
  const letters = piece
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .matchAll(/(oe)|(ae)|./gsu)
  return (
    begins +
    [...letters]
      .map(([of, oe, ae]) =>
        oe || ae
          ? `(?:${[...of].map(anySpelling).join('')}|${oe ? '[œŒ]' : '[æÆ]'})`
          : anySpelling(of),
      )
      .join('')
  )
}

/** A letter with and without its accents, small and capital; blanks and apostrophes in any form. */
function anySpelling(letter: string): string {
  if (/\s/.test(letter)) return String.raw`\s+`
  if (/['’‘ʼ]/.test(letter)) return "['’‘ʼ]"
  const spelt = spellings().get(baseOf(letter)) ?? [letter, letter.toUpperCase()]
  const [only, ...others] = new Set(spelt.filter((one) => one.length === 1))
  return others.length > 0 ? `[${only}${others.join('')}]` : escaped(letter)
}

const escaped = (letter: string) => letter.replace(/[^\p{L}\p{N}]/u, String.raw`\$&`)

let known: Map<string, string[]> | undefined

/** By letter, what it is of with its accents: `e` is `eEéÉ…`. */
function spellings(): Map<string, string[]> {
  return (known ??= Map.groupBy(accented(), baseOf))
}

/** Of the Latin, Greek and Cyrillic scripts. */
function accented(): string[] {
  const blocks = [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xc0, 0x24f],
    [0x370, 0x52f],
    [0x1e00, 0x1fff],
  ] as const
  return blocks
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => /\p{L}/u.test(letter))
}

const baseOf = (letter: string) => withoutAccents(letter.toLowerCase())
