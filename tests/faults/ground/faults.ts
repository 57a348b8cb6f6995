/** Ways in which the proving ground fails. "After" means: what was asked is done, the answer does not say so. */
export const GROUND_FAULTS = [
  'reset-before',
  'reset-after',
  'timeout-before',
  'timeout-after',
  '429',
  '429-silent',
  '500',
  '500-after',
  '503',
  'nonsense',
  'nonsense-after',
  'slow',
  'late-media',
  'expired',
  'revoked',
  'suspended',
] as const
export type GroundFault = (typeof GROUND_FAULTS)[number]

/** What a request is for: it makes the post, prepares it, reads, or renews access. */
export type Operation = 'publish' | 'prepare' | 'read' | 'renew'

/** Decides which fault strikes a request. */
export interface Weather {
  strikes(account: string, operation: Operation): GroundFault | undefined
}

/** Strikes as told, in order, then no more. */
export interface Script extends Weather {
  next(account: string, operation: Operation, ...faults: GroundFault[]): void
  clear(): void
}

export function scripted(): Script {
  const told = new Map<string, GroundFault[]>()
  return {
    next(account, operation, ...faults) {
      const key = `${account} ${operation}`
      told.set(key, [...(told.get(key) ?? []), ...faults])
    },
    clear: () => told.clear(),
    strikes: (account, operation) => told.get(`${account} ${operation}`)?.shift(),
  }
}

/** Chances by operation, each request drawing once from its account's own seeded sequence. */
export type Climate = Partial<Record<Operation, Partial<Record<GroundFault, number>>>>

export function seeded(seed: number, climateOf: (account: string) => Climate): Weather {
  const draws = new Map<string, () => number>()
  return {
    strikes(account, operation) {
      const drawer = draws.get(account) ?? randomFrom(hash(`${seed} ${account}`))
      draws.set(account, drawer)
      let left = drawer()
      for (const [fault, chance] of Object.entries(climateOf(account)[operation] ?? {})) {
        left -= chance
        if (left < 0) return fault as GroundFault
      }
      return undefined
    },
  }
}

/** Mulberry32: small, seeded, good enough to choose moments. Numbers in [0, 1). */
export function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** FNV-1a, 32 bits. */
function hash(words: string): number {
  let state = 0x811c9dc5
  for (const byte of Buffer.from(words)) state = Math.imul(state ^ byte, 0x01000193)
  return state
}
