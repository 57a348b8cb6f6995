import { withoutAccents } from '../words/tokens.ts'

/**
 * The hashes of every run of five letters of a post, once case, accents, punctuation, links, people and the mark of a
 * reshare are gone: what stays the same when somebody copies a post and adds a word of their own.
 */
export class Shingler {
  /** Filled by `read`; valid up to the count it answers. */
  readonly hashes = new Int32Array(longest)
  readonly #units = new Uint16Array(longest)

  /** Reads a post; answers how many shingles it has, none for a post of under five letters. */
  read(text: string): number {
    const composed = marks.test(text) ? text.normalize('NFC') : text
    const length = this.#fold(composed.replace(noise, ' '))
    let count = 0
    for (let start = 0; start + size <= length; start++) {
      let hash = 0x811c9dc5 | 0
      for (let i = start; i < start + size; i++)
        hash = Math.imul(hash ^ (this.#units[i] ?? 0), 0x01000193)
      this.hashes[count++] = mixed(hash)
    }
    return count
  }

  #fold(text: string): number {
    let length = 0
    let gap = true
    for (let i = 0; i < text.length && length < longest - 1; i++) {
      const unit = folded(text.charCodeAt(i))
      if (unit !== 0) {
        this.#units[length++] = unit
        gap = false
      } else if (!gap) {
        this.#units[length++] = 32
        gap = true
      }
    }
    return length
  }
}

/** Mixes all bits of a hash (the finish of MurmurHash3, Austin Appleby, public domain). */
export function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const marks = /[\u0300-\u036f]/
const size = 5
const longest = 4096
const noise = /https?\S*|@[\p{L}\p{N}_.]+|^\s*RT\b/gu

/** One unit for each 16-bit unit, worked out at its first meeting: 0 separates, a letter is its folded first letter. */
function folded(unit: number): number {
  const known = table[unit] ?? 0
  if (known !== unmet) return known
  const found = unit >= 0xd800 && unit <= 0xdfff ? unit : foldedLetter(String.fromCharCode(unit))
  table[unit] = found
  return found
}

function foldedLetter(char: string): number {
  if (!letter.test(char)) return 0
  return withoutAccents(char.normalize('NFKC').toLowerCase()).charCodeAt(0) || 0
}

const letter = /[\p{L}\p{N}]/u

const unmet = 0xffff
const table = new Uint16Array(65_536).fill(unmet)
