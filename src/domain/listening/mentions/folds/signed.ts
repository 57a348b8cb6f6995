import { bandHash, bins, likeness, Signer } from '../../signals/near/signature.ts'
import { mixed } from '../../signals/near/shingles.ts'

/** What is kept of a text to find its copies again: some 320 bytes. */
export interface Signed {
  bands: number[]
  signature: Int32Array
}

/**
 * Two people may well write the same five words of their own: a text with fewer runs of five letters than this (some
 * seven words) is nobody's copy.
 */
const LEAST_SHINGLES = 32

/** The same threshold as `signals/near`: half of the bins. */
const THRESHOLD = 0.5
const BANDS = 16
const ROWS = bins / BANDS

const signer = new Signer()

/**
 * Signs a text for the folds of one company.
 * @returns null when the text is too short to be anybody's copy
 */
export function signText(text: string, companyId: string): Signed | null {
  const signature = new Int32Array(bins)
  if (signer.sign(text, signature) < LEAST_SHINGLES) return null
  const own = Number.parseInt(companyId.slice(0, 8), 16)
  const bands = Array.from({ length: BANDS }, (_, band) =>
    mixed(bandHash(signature, 0, band, ROWS) ^ own),
  )
  return { bands: [...new Set(bands)], signature }
}

export function bytesOf(signature: Int32Array): Buffer {
  return Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength)
}

/** Firsts of folds, by their bands. */
export class FoldBook {
  readonly #byBand = new Map<number, { foldId: string; signature: Int32Array }[]>()

  add(foldId: string, { bands, signature }: Signed): void {
    const one = { foldId, signature }
    for (const band of bands) {
      const met = this.#byBand.get(band)
      if (met) met.push(one)
      else this.#byBand.set(band, [one])
    }
  }

  /** The fold whose first is the likest, or null when none is like enough. */
  foldOf({ bands, signature }: Signed): string | null {
    let best: string | null = null
    let most = THRESHOLD
    for (const band of bands) {
      for (const { foldId, signature: other } of this.#byBand.get(band) ?? []) {
        const alike = likeness(other, 0, signature, 0)
        if (alike > most || (alike === most && best === null)) {
          most = alike
          best = foldId
        }
      }
    }
    return best
  }
}
