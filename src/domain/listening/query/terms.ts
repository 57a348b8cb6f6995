import { emptyHash, finishHash, hashText, hashUnit } from './hash.ts'
import type { ScannedWord } from './scan-words.ts'

/** The words and prefixes that saved queries speak of, each under a small number that is reused once released. */
export interface Terms {
  /** The number of a term, made if it is new; every call is matched by one `release`. */
  take(text: string, prefix: boolean): number
  release(term: number): void
  /** Shows every term that a scanned word spells or begins with. */
  meet(word: ScannedWord, seen: (term: number) => void): void
  /** How many numbers have been given out at most: arrays by term have this length. */
  readonly capacity: number
}

/** A chained hash table on folded units: looking a word up makes no string. */
export function createTerms(): Terms {
  const texts: string[] = []
  const hashes: number[] = []
  const prefixes: boolean[] = []
  const uses: number[] = []
  const chain: number[] = []
  const free: number[] = []
  const prefixLengths: number[] = []
  let buckets = new Int32Array(256).fill(NONE)
  let count = 0

  const bucketOf = (hash: number) => hash & (buckets.length - 1)

  function find(text: string, prefix: boolean, hash: number): number {
    let term = buckets[bucketOf(hash)] ?? NONE
    while (term !== NONE && (texts[term] !== text || prefixes[term] !== prefix)) {
      term = chain[term] ?? NONE
    }
    return term
  }

  function link(term: number): void {
    const bucket = bucketOf(hashes[term] ?? 0)
    chain[term] = buckets[bucket] ?? NONE
    buckets[bucket] = term
  }

  function unlink(term: number): void {
    const bucket = bucketOf(hashes[term] ?? 0)
    if (buckets[bucket] === term) buckets[bucket] = chain[term] ?? NONE
    else {
      let before = buckets[bucket] ?? NONE
      while (chain[before] !== term) before = chain[before] ?? NONE
      chain[before] = chain[term] ?? NONE
    }
  }

  function widen(): void {
    buckets = new Int32Array(buckets.length * 4).fill(NONE)
    texts.forEach((_, term) => {
      if ((uses[term] ?? 0) > 0) link(term)
    })
  }

  function meetOne(word: ScannedWord, length: number, hash: number, prefix: boolean) {
    let term = buckets[bucketOf(hash)] ?? NONE
    for (; term !== NONE; term = chain[term] ?? NONE) {
      if (hashes[term] === hash && prefixes[term] === prefix && spells(word, length, texts[term]))
        return term
    }
    return NONE
  }

  return {
    take(text, prefix) {
      const hash = hashText(text)
      const known = find(text, prefix, hash)
      if (known !== NONE) {
        uses[known] = (uses[known] ?? 0) + 1
        return known
      }
      const term = free.pop() ?? texts.length
      texts[term] = text
      hashes[term] = hash
      prefixes[term] = prefix
      uses[term] = 1
      if (prefix) prefixLengths[text.length] = (prefixLengths[text.length] ?? 0) + 1
      link(term)
      if (++count > buckets.length / 2) widen()
      return term
    },

    release(term) {
      uses[term] = (uses[term] ?? 0) - 1
      if (uses[term] > 0) return
      const length = texts[term]?.length ?? 0
      if (prefixes[term]) prefixLengths[length] = (prefixLengths[length] ?? 0) - 1
      unlink(term)
      free.push(term)
      count--
    },

    meet(word, seen) {
      const whole = meetOne(word, word.length, finishHash(word.hash), false)
      if (whole !== NONE) seen(whole)
      const longest = Math.min(word.length, prefixLengths.length - 1)
      let hash = emptyHash
      for (let length = 1; length <= longest; length++) {
        hash = hashUnit(hash, word.units[length - 1] ?? 0)
        if (!prefixLengths[length]) continue
        const term = meetOne(word, length, finishHash(hash), true)
        if (term !== NONE) seen(term)
      }
    },

    get capacity() {
      return texts.length
    },
  }
}

const NONE = -1

function spells(word: ScannedWord, length: number, text: string | undefined): boolean {
  if (text?.length !== length) return false
  for (let i = 0; i < length; i++) if (word.units[i] !== text.charCodeAt(i)) return false
  return true
}
