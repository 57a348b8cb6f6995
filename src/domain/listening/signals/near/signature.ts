import { mixed, Shingler } from './shingles.ts'

/** Number of smallest hashes kept of a post. */
export const bins = 64

/**
 * One-permutation MinHash (Li, Owen, Zhang 2012): each shingle falls into one of 64 bins and the smallest of each bin is
 * kept; an empty bin borrows from the next that is not (Shrivastava, Li 2014). The share of equal bins of two posts
 * estimates the Jaccard similarity of their shingles.
 */
export class Signer {
  readonly #shingler = new Shingler()

  /** Writes the signature at `at` and answers how many shingles it was made of: none for a post too short to have one. */
  sign(text: string, into: Int32Array, at = 0): number {
    const count = this.#shingler.read(text)
    if (count === 0) return 0
    into.fill(-1, at, at + bins)
    for (let i = 0; i < count; i++) {
      const hash = this.#shingler.hashes[i] ?? 0
      const bin = at + (hash >>> 26)
      const value = hash & smallest
      const least = into[bin] ?? -1
      if (least < 0 || value < least) into[bin] = value
    }
    borrow(into, at)
    return count
  }
}

/** The share of bins in which two signatures agree. */
export function likeness(a: Int32Array, atA: number, b: Int32Array, atB: number): number {
  let equal = 0
  for (let i = 0; i < bins; i++) if (a[atA + i] === b[atB + i]) equal++
  return equal / bins
}

/** The hash of one band of a signature: `rows` bins in a row. Two posts alike share at least one band. */
export function bandHash(signature: Int32Array, at: number, band: number, rows: number): number {
  let hash = band + 1
  for (let i = 0; i < rows; i++)
    hash = mixed(Math.imul(hash, 31) ^ (signature[at + band * rows + i] ?? 0))
  return hash
}

const smallest = 0x3ffffff
const borrowed = 1 << 27

function borrow(into: Int32Array, at: number): void {
  for (let i = 0; i < bins; i++) {
    if ((into[at + i] ?? -1) >= 0) continue
    let step = 1
    let value = into[at + ((i + step) & (bins - 1))] ?? -1
    while (value < 0 || (value & borrowed) !== 0) {
      step++
      value = into[at + ((i + step) & (bins - 1))] ?? -1
    }
    into[at + i] = (value & smallest) | borrowed
  }
  for (let i = 0; i < bins; i++) into[at + i] = (into[at + i] ?? 0) & smallest
}
