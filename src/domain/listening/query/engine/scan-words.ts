import { foldCharacter, foldLetters } from './fold.ts'
import { emptyHash, hashUnit } from './hash.ts'

/** The word under the reader's finger. One object serves for all: copy what must be kept. */
export interface ScannedWord {
  /** Folded UTF-16 units; only the first `length` count. */
  units: Uint16Array
  length: number
  /** Unfinished hash of the units, see `hash.ts`. */
  hash: number
  /** Rank in the text. A paragraph separator (U+2029) skips one, so that no phrase crosses it. */
  position: number
  /** UTF-16 offsets in the text. */
  start: number
  end: number
  /** The character that touches the word on its left, when it is a sign (see `isSign`); 0 otherwise. */
  sign: number
}

const HASHTAG = 0x23
export const HANDLE = 0x40

/**
 * Cuts a text into folded words without making a string of any, and shows each to `visit` in turn.
 * @param where to go on reading: a place between words, the rank of the next, and the sign before it
 */
export function scanWords(
  text: string,
  visit: (word: ScannedWord) => void,
  { from = 0, position = 0, sign = 0 } = {},
): void {
  begin(sign)
  word.position = position
  let i = from
  while ((i = readLetters(text, i)) < text.length) {
    const unit = text.charCodeAt(i)
    const kind = kindOf(unit)
    if (kind === GAP) {
      finish(i, visit)
      word.sign = isSign(text, i, unit) ? unit : 0
      if (unit === PARAGRAPH) word.position++
    } else if (kind !== SILENT) i = readSpecial(text, i, kind, visit)
    i++
  }
  finish(text.length, visit)
}

/** Reads the letters that the table folds in one unit, which are nearly all; answers where they stop. */
function readLetters(text: string, from: number): number {
  let { length, hash, units } = word
  if (length === 0) word.start = from
  let i = from
  for (; i < text.length; i++) {
    const folded = kindOf(text.charCodeAt(i))
    if (folded <= SPECIAL) break
    if (length === units.length) units = widen()
    units[length++] = folded
    hash = hashUnit(hash, folded)
  }
  word.length = length
  word.hash = hash
  return i
}

/** The same words as strings, for what is read once: queries, search terms. */
export function listWords(
  text: string,
): { text: string; start: number; end: number; sign: number }[] {
  const words: ReturnType<typeof listWords> = []
  scanWords(text, ({ units, length, start, end, sign }) => {
    words.push({ text: String.fromCharCode(...units.subarray(0, length)), start, end, sign })
  })
  return words
}

export const GAP = 1
const SILENT = 2
const UNSPACED = 3
/** Spelt with several units, alone, or half of a surrogate pair. */
export const SPECIAL = 4
export const PARAGRAPH = 0x2029

/** By UTF-16 unit: 0 until it is met, then a kind, or the folded unit itself (all are above `SPECIAL`). */
export const table = new Uint16Array(0x10000)
const specials = new Map<string, ReturnType<typeof foldCharacter>>()

const word: ScannedWord = {
  units: new Uint16Array(256),
  length: 0,
  hash: emptyHash,
  position: 0,
  start: 0,
  end: 0,
  sign: 0,
}

function begin(sign: number): void {
  word.length = 0
  word.hash = emptyHash
  word.sign = sign
}

function push(unit: number, at: number): void {
  if (word.length === 0) word.start = at
  const units = word.length === word.units.length ? widen() : word.units
  units[word.length++] = unit
  word.hash = hashUnit(word.hash, unit)
}

function widen(): Uint16Array {
  const wider = new Uint16Array(word.units.length * 2)
  wider.set(word.units)
  word.units = wider
  return wider
}

function finish(end: number, visit: (word: ScannedWord) => void): void {
  if (word.length > 0) {
    word.end = end
    visit(word)
    word.position++
  }
  begin(0)
}

/**
 * Does the unit at that place begin a hashtag or a handle? Not the `@` of an e-mail address: a letter or a digit stands
 * before. (Scripts without spaces put none there either.)
 */
export function isSign(text: string, at: number, unit: number): boolean {
  return (unit === HASHTAG || unit === HANDLE) && !isAfterLetter(text, at)
}

function isAfterLetter(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const unit = text.charCodeAt(i)
    const kind = kindOf(unit)
    if (kind > SPECIAL) return true
    if (kind === GAP || kind === UNSPACED) return false
    if (kind !== SPECIAL) continue
    if (unit >= 0xdc00 && unit <= 0xdfff && i > 0) i--
    const folded = special(String.fromCodePoint(text.codePointAt(i) ?? 0)).kind
    if (folded !== 'silent') return folded === 'letters'
  }
  return false
}

/** The entry of a unit in the table, learnt at its first meeting. */
export function kindOf(unit: number): number {
  return table[unit] || (table[unit] = learn(unit))
}

function learn(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SPECIAL
  const folded = foldCharacter(String.fromCharCode(unit))
  if (folded.kind === 'gap') return GAP
  if (folded.kind === 'silent') return SILENT
  if (folded.kind === 'unspaced') return UNSPACED
  if (folded.kind === 'letters' && folded.text.length === 1) return folded.text.charCodeAt(0)
  return SPECIAL
}

/** Reads what the table cannot tell in one unit; answers the offset of the last unit read. */
function readSpecial(
  text: string,
  i: number,
  kind: number,
  visit: (word: ScannedWord) => void,
): number {
  if (kind === UNSPACED) return readUnspaced(text, i, visit)
  const char = String.fromCodePoint(text.codePointAt(i) ?? 0)
  const last = i + char.length - 1
  const folded = special(char)
  if (folded.kind === 'letters') pushAll(folded.text, i)
  else if (folded.kind === 'gap') finish(i, visit)
  else if (folded.kind === 'unspaced') return readUnspaced(text, i, visit)
  else if (folded.kind !== 'silent') {
    const touching = word.length === 0 ? word.sign : 0
    finish(i, visit)
    word.sign = touching
    pushAll(folded.text, i)
    return finishWithSilent(text, last + 1, visit)
  }
  return last
}

/** Joiners and variation selectors stay with the emoji they follow. */
function finishWithSilent(text: string, end: number, visit: (word: ScannedWord) => void): number {
  while (end < text.length && kindOf(text.charCodeAt(end)) === SILENT) end++
  finish(end, visit)
  return end - 1
}

function special(char: string): ReturnType<typeof foldCharacter> {
  const known = specials.get(char)
  if (known) return known
  const folded = foldCharacter(char)
  specials.set(char, folded)
  return folded
}

function pushAll(units: string, at: number): void {
  for (let k = 0; k < units.length; k++) push(units.charCodeAt(k), at)
}

/**
 * Chinese, Japanese, Thai… put no space between words: each of their letters is read as a word, and what is looked for
 * is found wherever its letters follow each other. (A dictionary, tried first, missed 12 % of what Chinese texts held
 * and 36 % in Thai, and cuts a new brand as it pleases.)
 */
function readUnspaced(text: string, from: number, visit: (word: ScannedWord) => void): number {
  const touching = word.length === 0 ? word.sign : 0
  finish(from, visit)
  word.sign = touching
  const unit = text.charCodeAt(from)
  let end = from + (unit >= 0xd800 && unit <= 0xdbff ? 2 : 1)
  if (isVoicing(text.charCodeAt(end))) end++
  const single = end === from + 1 ? ideograph(unit) : 0
  if (single !== 0) push(single, from)
  else pushAll(foldLetters(text.slice(from, end)), from)
  return finishWithSilent(text, end, visit)
}

/** The folded unit of a letter of one unit, or 0 when it takes several. */
function ideograph(unit: number): number {
  const known = ideographs[unit] ?? 0
  if (known !== 0) return known === SEVERAL ? 0 : known
  const folded = foldLetters(String.fromCharCode(unit))
  ideographs[unit] = folded.length === 1 ? folded.charCodeAt(0) : SEVERAL
  return ideograph(unit)
}

const SEVERAL = 1
const ideographs = new Uint16Array(0x10000)

/** The marks that change か into が, alone or of half width: one letter with the one before. */
function isVoicing(unit: number): boolean {
  return unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f
}
