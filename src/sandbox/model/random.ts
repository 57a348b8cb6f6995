/** A source of chance that always tells the same story for the same seed. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** True once in `1 / p` draws. */
  chance(p: number): boolean
  /** A whole number in [0, n). */
  below(n: number): number
  /** A draw of the standard normal law. */
  normal(): number
  /** A draw of the log-normal law of that median and that standard deviation of the logarithm. */
  logNormal(median: number, sigma: number): number
  pick<T>(items: readonly T[]): T
  /** A key of `weights`, drawn in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
}

/**
 * A generator (sfc32, Chris Doty-Humphrey, PractRand 0.95) seeded with words: the same words, the same draws.
 * @param words anything that identifies what is drawn, for instance the world's seed and a post's id
 */
export function randomOf(...words: (string | number)[]): Random {
  let [a, b, c, d] = hash128(words.join('\u0000'))
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  // The first draws of similar seeds look alike.
  for (let i = 0; i < 12; i++) next()
  return withShapes(next)
}

function withShapes(next: () => number): Random {
  // Box and Muller (1958): two uniform draws make a normal one. 1 - next() is never zero.
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    chance: (p) => next() < p,
    below,
    normal,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick: <T>(items: readonly T[]) => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[below(items.length)] as T
    },
    weighted: (weights) => drawn(weights, next()),
  }
}

function drawn<K extends string>(weights: Readonly<Record<K, number>>, share: number): K {
  const entries = Object.entries(weights) as [K, number][]
  const last = entries.at(-1)
  if (!last) throw new RangeError('nothing to draw from')
  let left = share * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  return last[0]
}

/** Four 32-bit words from a text (FNV-1a with four primes, then the finaliser of MurmurHash3). */
function hash128(text: string): [number, number, number, number] {
  const primes = [597399067, 2869860233, 951274213, 2716044179] as const
  const words: [number, number, number, number] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    for (let j = 0; j < 4; j++) words[j] = Math.imul((words[j] ?? 0) ^ unit, primes[j] ?? 1)
  }
  return words.map(finalised) as typeof words
}

function finalised(word: number): number {
  let h = word ^ (word >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0
}
