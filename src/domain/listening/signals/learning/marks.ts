import type { CueHit } from '../cues.ts'
import { deniedSeed } from '../features.ts'
import type { Reading } from '../linear-model.ts'
import { bucket, roll, seed } from '../words/hash.ts'

/** Number of buckets that words of lessons are counted in: few enough to be kept as a line of numbers. */
const MASK = 0xffff

/** The words of a post that may have been learnt: each once, wherever it stands, apart under a negation. */
export interface Marks {
  /** By token: its bucket, or −1 where nothing is learnt of it. */
  ofToken: Int32Array
  buckets: number[]
  /** Of each bucket in the post: 1 / √words, so that a long post is moved no further than a short one. */
  value: number
}

/** @param hits turns of phrase of the post: that there is one of a signal counts as a word, whichever it is */
export function marksOf({ tokens, negated }: Reading, hits: readonly CueHit[] = []): Marks {
  const ofToken = new Int32Array(tokens.length).fill(-1)
  for (const [i, { kind, plain }] of tokens.entries()) {
    if (kind !== 'word' && kind !== 'tag') continue
    ofToken[i] = bucket(roll(negated[i] === 1 ? deniedSeed : seed, plain), MASK)
  }
  const cues = hits.map(({ signal }) => bucket(roll(cueSeed, signal), MASK))
  const buckets = [...new Set([...ofToken, ...cues])].filter((found) => found >= 0)
  return { ofToken, buckets, value: 1 / Math.sqrt(Math.max(buckets.length, 1)) }
}

const cueSeed = roll(seed, 'CUE_')
