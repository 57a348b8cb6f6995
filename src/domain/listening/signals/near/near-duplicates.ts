import { bandHash, bins, likeness, Signer } from './signature.ts'

/** A post met before that this one nearly copies. */
export interface NearDuplicate {
  /** In the order of `add`, from 0. */
  of: number
  /** Share of what the two have in common, between `threshold` and 1 (an estimate, ± 0.06). */
  likeness: number
}

/**
 * Finds, for each post added, the earlier ones it nearly copies: 64 bins in 16 bands of 4, then half of the bins must
 * agree. At that threshold two posts whose shingles are 60 % the same meet in a band nine times in ten (1 - (1 - s⁴)¹⁶).
 * Memory grows by some 0.6 kB a post; keep one index per window of time.
 */
export class NearDuplicates {
  readonly #threshold: number
  readonly #signer = new Signer()
  #signatures = new Int32Array(bins * 1024)
  #count = 0
  readonly #bands = Array.from({ length: bandCount }, () => new Map<number, number | number[]>())
  #seenBy = new Int32Array(1024).fill(-1)

  constructor(threshold = 0.5) {
    this.#threshold = threshold
  }

  get size(): number {
    return this.#count
  }

  /** Adds a post and answers those before it that it nearly copies, in no order; none for a post without five letters. */
  add(text: string): NearDuplicate[] {
    const own = this.#count++
    this.#grow()
    const at = own * bins
    if (this.#signer.sign(text, this.#signatures, at) === 0) return []
    const found: NearDuplicate[] = []
    for (const [band, posts] of this.#bands.entries()) {
      const hash = bandHash(this.#signatures, at, band, rows)
      const met = posts.get(hash)
      if (met === undefined) posts.set(hash, own)
      else if (typeof met === 'number') {
        this.#compare(met, own, found)
        posts.set(hash, [met, own])
      } else {
        for (const other of met) this.#compare(other, own, found)
        if (met.length < mostPerBand) met.push(own)
      }
    }
    return found
  }

  #compare(other: number, own: number, found: NearDuplicate[]): void {
    if (this.#seenBy[other] === own) return
    this.#seenBy[other] = own
    const alike = likeness(this.#signatures, other * bins, this.#signatures, own * bins)
    if (alike >= this.#threshold) found.push({ of: other, likeness: alike })
  }

  #grow(): void {
    if (this.#count <= this.#seenBy.length) return
    const signatures = new Int32Array(this.#signatures.length * 2)
    signatures.set(this.#signatures)
    this.#signatures = signatures
    const seenBy = new Int32Array(this.#seenBy.length * 2).fill(-1)
    seenBy.set(this.#seenBy)
    this.#seenBy = seenBy
  }
}

const bandCount = 16
const rows = 4
/** A band shared by more posts than this says nothing new: its first copies are already linked. */
const mostPerBand = 20
