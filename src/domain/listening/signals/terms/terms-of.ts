import { type Token, tokensOf, withoutAccents } from '../words/tokens.ts'
import { linkTerm } from './link-term.ts'
import { isUnspaced, segmentsOf } from './segments.ts'
import { stopWordsOf } from './stop-words.ts'

/** A term as it stands in a post. */
export interface Term {
  /** What is counted: small letters without accents; `#tag`, `https://site/page`. */
  key: string
  start: number
  end: number
}

/** The most terms of one post, and the longest of them. */
export const MOST_TERMS = 32
const LONGEST = 100

/**
 * What a post speaks of: hashtags, links by site and page, names, and phrases of one to three words that neither begin
 * nor end with a stop word of its language. A long post gives its most repeated terms, the earliest first.
 * Pure, never throws on any text.
 * @param language ISO 639-1; null when it is not known
 */
export function termsOf(text: string, language: string | null): Term[] {
  const found = new Map<string, Term & { times: number }>()
  const add = (key: string, start: number, end: number) => {
    if (key.length > LONGEST) return
    const known = found.get(key)
    if (known) known.times++
    else found.set(key, { key, start, end, times: 1 })
  }
  const tokens = tokensOf(text)
  for (const token of tokens) addTagOrLink(text, token, add)
  const stop = stopWordsOf(language)
  for (const words of runsOf(text, tokens)) {
    addPhrases(words, stop, add)
    addNames(words, stop, add)
  }
  return [...found.values()]
    .toSorted((a, b) => b.times - a.times || a.start - b.start || a.end - b.end)
    .slice(0, MOST_TERMS)
    .map(({ key, start, end }) => ({ key, start, end }))
}

type Add = (key: string, start: number, end: number) => void

interface Word {
  plain: string
  start: number
  end: number
  isCapital: boolean
}

function addTagOrLink(text: string, { kind, start, end, plain }: Token, add: Add): void {
  if (kind === 'tag' && /\p{L}/u.test(plain)) add(`#${plain}`, start, end)
  if (kind !== 'link') return
  const key = linkTerm(text.slice(start, end))
  if (key) add(key, start, end)
}

/** Words that follow each other with nothing between them but spaces, hyphens and elisions. */
function runsOf(text: string, tokens: readonly Token[]): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  let reached = 0
  const close = () => {
    if (run.length > 0) runs.push(run)
    run = []
  }
  for (const token of tokens) {
    if (!joins.test(text.slice(reached, token.start))) close()
    reached = token.end
    if (token.kind !== 'word') close()
    else for (const word of wordsOf(text, token)) run.push(word)
  }
  close()
  return runs
}

const joins = /^[ \t\u00a0'’-]*$/

function wordsOf(text: string, token: Token): Word[] {
  const raw = text.slice(token.start, token.end)
  if (isUnspaced(raw)) {
    return segmentsOf(raw).map(({ word, at }) => {
      const start = token.start + at
      return { plain: word, start, end: start + word.length, isCapital: false }
    })
  }
  // Tokens have their digits masked: a model of telephone is told by its number.
  const plain = /^\d/.test(raw) ? withoutAccents(raw.toLowerCase()) : token.plain
  return [{ plain, start: token.start, end: token.end, isCapital: /^\p{Lu}/u.test(raw) }]
}

const LONGEST_PHRASE = 3

function addPhrases(words: readonly Word[], stop: ReadonlySet<string>, add: Add): void {
  for (const [i, first] of words.entries()) {
    if (!mayEdge(first, stop)) continue
    if (saysMuch(first)) add(first.plain, first.start, first.end)
    for (let size = 2; size <= LONGEST_PHRASE && i + size <= words.length; size++) {
      const last = words[i + size - 1]
      const inner = words.slice(i + 1, i + size - 1)
      if (last && mayEdge(last, stop) && inner.every((word) => mayHold(word, stop)))
        addRun(words.slice(i, i + size), stop, add)
    }
  }
}

const mayEdge = ({ plain }: Word, stop: ReadonlySet<string>): boolean =>
  !stop.has(plain) && !plain.endsWith("'")

/** `atelier de peinture` is one thing, `vernis est toxique` is said of one. */
const mayHold = (word: Word, stop: ReadonlySet<string>): boolean =>
  links.has(word.plain) || mayEdge(word, stop)

const links = new Set("de du d' a au aux of".split(' '))

const saysMuch = ({ plain }: Word): boolean =>
  /\p{L}/u.test(plain) && (plain.length >= 3 || isUnspaced(plain))

/** Capitalised words in a row, small words of names between them: `Université de Nantes`, `Bank of America`. */
function addNames(words: readonly Word[], stop: ReadonlySet<string>, add: Add): void {
  for (let i = 0; i < words.length; i++) {
    const first = words[i]
    if (!first?.isCapital || !mayEdge(first, stop)) continue
    let last = i
    for (let j = i + 1; j < words.length && j - i < LONGEST_NAME; j++) {
      const word = words[j]
      if (word?.isCapital && mayEdge(word, stop)) last = j
      else if (!word || !particles.has(word.plain)) break
    }
    if (last - i >= LONGEST_PHRASE) addRun(words.slice(i, last + 1), stop, add)
    i = last
  }
}

const LONGEST_NAME = 6
const particles = new Set(
  "de du des d' la le l' of the von van der di da del y e and et".split(' '),
)

function addRun(words: readonly Word[], stop: ReadonlySet<string>, add: Add): void {
  const [first, last] = [words[0], words.at(-1)]
  const isTold = words.some((word) => mayEdge(word, stop) && /\p{L}/u.test(word.plain))
  if (!first || !last || !isTold) return
  const glue = isUnspaced(first.plain) ? '' : ' '
  const key = words
    .map(({ plain }) => plain)
    .join(glue)
    .replaceAll("' ", "'")
  add(key, first.start, last.end)
}
