import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Token, tokensOf, withoutAccents } from './words/tokens.ts'

/** Words and short phrases with a polarity between -5 and 5. Sources and licences: docs/models.md. */
export interface Lexicon {
  values: Map<string, number>
  /** The same by stem, for French, whose endings are many. */
  stems: Map<string, number>
  /** First words of phrases: only they are worth a second look. */
  starts: Set<string>
  /** What was asked before. */
  asked: Map<string, number>
}

/** Reads files of `lexicons/` as one, the later ones having the last word: a line is `value<TAB>word, word, a phrase, …`; `#` opens a comment. Throws when unreadable. */
export function loadLexicon(names: readonly string[], stemmed = false): Lexicon {
  const lexicon: Lexicon = {
    values: new Map(),
    stems: new Map(),
    starts: new Set(),
    asked: new Map(),
  }
  for (const name of names) {
    const file = path.join(import.meta.dirname, 'lexicons', `${name}.tsv`)
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [value = '', entries = ''] = line.split('\t')
      if (entries === '' || value.startsWith('#')) continue
      for (const entry of entries.split(', '))
        addEntry(lexicon, entry.trim(), Number(value), stemmed)
    }
  }
  return lexicon
}

/** The polarity that starts at token `i`, and how many tokens say it; phrases first, the longest first. */
export function polarityAt(
  lexicon: Lexicon,
  tokens: readonly Token[],
  i: number,
): { value: number; length: number } {
  const word = tokens[i]?.plain ?? ''
  if (lexicon.starts.has(word)) {
    for (let length = longest; length > 1; length--) {
      if (i + length > tokens.length) continue
      const phrase = tokens
        .slice(i, i + length)
        .map((token) => token.plain)
        .join(' ')
      const value = lexicon.values.get(phrase)
      if (value !== undefined) return { value, length }
    }
  }
  return { value: polarityOf(lexicon, word), length: 1 }
}

/** Words of the longest phrase of a lexicon, elided ones counted. */
const longest = 5

/** Of one word without accents; 0 when the lexicon says nothing of it. */
function polarityOf(lexicon: Lexicon, word: string): number {
  const before = lexicon.asked.get(word)
  if (before !== undefined) return before
  const found = lookedUp(lexicon, word)
  if (lexicon.asked.size >= remembered) lexicon.asked.clear()
  lexicon.asked.set(word, found)
  return found
}

const remembered = 30_000

function lookedUp({ values, stems }: Lexicon, word: string): number {
  const known = values.get(word)
  if (known !== undefined) return known
  const single = doubled.test(word) ? values.get(word.replace(/(.)\1/g, '$1')) : undefined
  return single ?? (stems.size > 0 && word.length > 4 ? (stems.get(frenchStem(word)) ?? 0) : 0)
}

const doubled = /(.)\1/

function addEntry(lexicon: Lexicon, entry: string, value: number, stemmed: boolean): void {
  const key = stemmed ? keyOf(entry) : withoutAccents(entry.toLowerCase().replaceAll('’', "'"))
  if (key === '' || Number.isNaN(value)) return
  lexicon.values.set(key, value)
  const space = key.indexOf(' ')
  if (space > 0) lexicon.starts.add(key.slice(0, space))
  else if (stemmed && key.length > 4 && !lexicon.stems.has(frenchStem(key)))
    lexicon.stems.set(frenchStem(key), value)
}

/** A French entry as posts are cut, so that `j'en ai marre` and `week-end` are met: an apostrophe or a hyphen parts two words. */
function keyOf(entry: string): string {
  if (!lettered.test(entry)) return withoutAccents(entry.toLowerCase())
  return tokensOf(entry)
    .map((token) => token.plain)
    .join(' ')
}

const lettered = /\p{L}/u

/** The commonest French endings taken off, four letters kept: enough to meet `décevante` with `décevant`. */
function frenchStem(word: string): string {
  const ending = endings.find((end) => word.length - end.length >= 4 && word.endsWith(end))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

const endings = (
  'issements issement ements ement antes ante ants ant euses euse eux ives ive ifs if ees ee es er ez ent ions ait aient ' +
  's e'
).split(' ')
