import type { Blocks } from './blocks.ts'
import { createBlocks, widened } from './blocks.ts'
import { emptyHash, finishHash, hashText, hashUnit } from './hash.ts'
import type { Atom, Stretch } from './query.ts'
import { headOf } from './query.ts'
import type { ScannedWord } from './scan-words.ts'

export type Spelling = Pick<Atom, 'text' | 'prefix' | 'exact'>

/** The words that queries speak of, each under a small number that is used again once released. */
export interface Terms {
  /**
   * The number of a term, made if it is new; every call is matched by one `release`.
   * @throws RangeError when fewer than two letters come before a `*` or a `?`
   */
  take(spelling: Spelling): number
  release(term: number): void
  /** The number of a term that was taken, or -1. */
  numberOf(spelling: Spelling): number
  usesOf(term: number): number
  /** Puts the numbers of every term that a scanned word satisfies in `met`; answers how many they are. */
  meet(word: ScannedWord, text: string): number
  met: Int32Array<ArrayBuffer>
  /** Whole words, for a reader in haste: see `createTable`. */
  readonly wholes: Table
  /** By term, the folded units of the word, or of its beginning. */
  readonly units: Blocks
  /** By term, 1 when it must be spelt exactly. */
  exactness: Int32Array<ArrayBuffer>
  /** Is the word at these places spelt exactly as the term asks? */
  isExactly(term: number, text: string, start: number, end: number): boolean
  /** Is anything known by its beginning? */
  hasHeads(): boolean
  /** Could a word beginning with these two units satisfy a beginning? */
  mayBegin(first: number, second: number): boolean
  /** As `meet`, of beginnings alone. */
  meetHeads(word: Letters): number
  /** How many numbers have been given out at most: arrays by term have this length. */
  readonly capacity: number
}

type Letters = Pick<ScannedWord, 'units' | 'length'>

/** The least letters before a joker: fewer would call a query at nearly every word. */
export const shortestHead = 2

/**
 * Two chained hash tables on folded units, one of whole words and one of beginnings, all in typed arrays: looking a
 * word up makes no string.
 */
export function createTerms(): Terms {
  const spellings: (Spelling | undefined)[] = []
  const uses: number[] = []
  const free: number[] = []
  const numbers = new Map<string, number>()
  const units: Blocks = createBlocks()
  const wholes = createTable()
  const heads = createTable()
  /** By length, how many beginnings have it; by their first two letters likewise: most words stop at that question. */
  const headLengths: number[] = []
  const headStarts = new Int32Array(4096)
  let longestHead = 0

  function enter(term: number, spelling: Spelling, change: 1 | -1): void {
    const isHead = isWild(spelling)
    const head = headOf(spelling)
    if (change === 1) (isHead ? heads : wholes).add(term, hashText(head))
    else (isHead ? heads : wholes).remove(term)
    if (!isHead) return
    headLengths[head.length] = (headLengths[head.length] ?? 0) + change
    const start = startOf(head.charCodeAt(0), head.charCodeAt(1))
    headStarts[start] = (headStarts[start] ?? 0) + change
    longestHead = headLengths.findLastIndex((count) => count > 0)
  }

  const terms: Terms = {
    met: new Int32Array(64),
    wholes,
    units,
    exactness: new Int32Array(64),
    isExactly: (term, text, start, end) =>
      isExactly(spellings[term]?.exact ?? '', text, { start, end }),
    hasHeads: () => longestHead > 0,
    mayBegin: (first, second) => headStarts[startOf(first, second)] !== 0,
    meetHeads: (word) => meetHeads(word, 0),
    take(spelling) {
      if (isWild(spelling) && headOf(spelling).length < shortestHead) {
        throw new RangeError(`too few letters before the joker: ${spelling.text}`)
      }
      const key = keyOf(spelling)
      const known = numbers.get(key)
      if (known !== undefined) {
        uses[known] = (uses[known] ?? 0) + 1
        return known
      }
      const term = free.pop() ?? spellings.length
      numbers.set(key, term)
      spellings[term] = spelling
      uses[term] = 1
      units.set(term, unitsOf(headOf(spelling)))
      terms.exactness = widened(terms.exactness, term + 1)
      terms.exactness[term] = spelling.exact === null ? 0 : 1
      enter(term, spelling, 1)
      if (spellings.length > terms.met.length) terms.met = widened(terms.met, spellings.length)
      return term
    },
    release(term) {
      uses[term] = (uses[term] ?? 0) - 1
      const spelling = spellings[term]
      if (uses[term] > 0 || !spelling) return
      numbers.delete(keyOf(spelling))
      enter(term, spelling, -1)
      units.clear(term)
      spellings[term] = undefined
      free.push(term)
    },
    numberOf: (spelling) => numbers.get(keyOf(spelling)) ?? -1,
    usesOf: (term) => uses[term] ?? 0,
    meet(word, text) {
      let count = 0
      const hash = finishHash(word.hash)
      for (let t = wholes.first(hash); t >= 0; t = wholes.chain[t] ?? -1) {
        if (wholes.hashes[t] !== hash || !isSpelt(word, word.length, t)) continue
        const { start, end } = word
        if (terms.exactness[t] === 0 || terms.isExactly(t, text, start, end)) terms.met[count++] = t
      }
      return longestHead === 0 ? count : meetHeads(word, count)
    },
    get capacity() {
      return spellings.length
    },
  }

  function meetHeads(word: Letters, already: number): number {
    let count = already
    if (word.length < shortestHead) return count
    if (headStarts[startOf(word.units[0] ?? 0, word.units[1] ?? 0)] === 0) return count
    const longest = Math.min(word.length, longestHead)
    let rolling = emptyHash
    for (let length = 1; length <= longest; length++) {
      rolling = hashUnit(rolling, word.units[length - 1] ?? 0)
      if (!headLengths[length]) continue
      const hash = finishHash(rolling)
      for (let t = heads.first(hash); t >= 0; t = heads.chain[t] ?? -1) {
        if (heads.hashes[t] !== hash || !isSpelt(word, length, t)) continue
        const spelling = spellings[t]
        if (spelling && endsSo(spelling, length, word)) terms.met[count++] = t
      }
    }
    return count
  }

  function isSpelt(word: Letters, length: number, term: number): boolean {
    if (units.length[term] !== length) return false
    const start = units.start[term] ?? 0
    for (let i = 0; i < length; i++) if (word.units[i] !== units.data[start + i]) return false
    return true
  }

  return terms
}

function isWild({ text, prefix }: Spelling): boolean {
  return prefix || text.includes('?')
}

function keyOf({ text, prefix, exact }: Spelling): string {
  return `${text}${prefix ? '*' : ''}${exact === null ? '' : `\0${exact}`}`
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
}

function startOf(first: number, second: number): number {
  return (first * 31 + second) & 4095
}

/** After the head, each `?` is one letter (two units when it is a rare one), and the end is the end unless starred. */
function endsSo({ text, prefix }: Spelling, head: number, word: Letters): boolean {
  let at = head
  for (let i = head; i < text.length; i++) {
    if (at >= word.length) return false
    const unit = word.units[at++] ?? 0
    const wanted = text.charCodeAt(i)
    if (wanted === JOKER) {
      if (unit >= 0xd800 && unit < 0xdc00) at++
    } else if (unit !== wanted) return false
  }
  return prefix || at === word.length
}

const JOKER = 0x3f

function isExactly(exact: string, text: string, { start, end }: Stretch): boolean {
  const written = text.slice(start, end)
  return written === exact || written.replace(/\u00ad/g, '').normalize('NFC') === exact
}

/** Chains of terms by the hash of their units. */
export interface Table {
  add(term: number, hash: number): void
  remove(term: number): void
  /** The first term of a hash's chain, or -1. Others may share the chain: compare the hashes. */
  first(hash: number): number
  /** By the low bits of a hash (there are 2^n buckets), the first term of a chain, or -1; then `chain`, by term. */
  buckets: Int32Array<ArrayBuffer>
  chain: Int32Array<ArrayBuffer>
  hashes: Int32Array<ArrayBuffer>
}

function createTable(): Table {
  let count = 0
  const table: Table = {
    buckets: new Int32Array(1024).fill(-1),
    chain: new Int32Array(64),
    hashes: new Int32Array(64),
    first: (hash) => table.buckets[hash & (table.buckets.length - 1)] ?? -1,
    add(term, hash) {
      table.chain = widened(table.chain, term + 1)
      table.hashes = widened(table.hashes, term + 1)
      if (++count > table.buckets.length / 4) spread()
      link(term, hash)
    },
    remove(term) {
      const { buckets } = table
      const bucket = (table.hashes[term] ?? 0) & (buckets.length - 1)
      let before = buckets[bucket] ?? -1
      const after = table.chain[term] ?? -1
      if (before === term) buckets[bucket] = after
      else {
        while (table.chain[before] !== term) before = table.chain[before] ?? -1
        table.chain[before] = after
      }
      count--
    },
  }

  function link(term: number, hash: number): void {
    const { buckets } = table
    const bucket = hash & (buckets.length - 1)
    table.hashes[term] = hash
    table.chain[term] = buckets[bucket] ?? -1
    buckets[bucket] = term
  }

  function spread(): void {
    const former = table.buckets
    table.buckets = new Int32Array(former.length * 4).fill(-1)
    for (const head of former) {
      for (let term = head; term >= 0;) {
        const next = table.chain[term] ?? -1
        link(term, table.hashes[term] ?? 0)
        term = next
      }
    }
  }

  return table
}
