const MINUTE = 60_000

/** Counts what passes, and says how much that is a minute. */
export interface Pace {
  add(count: number): void
  /** Over the last minute, or since the beginning if that is shorter; ten seconds at least. */
  perMinute(): number
}

/** @param now a clock that only goes forward, in milliseconds */
export function createPace(now: () => number = () => performance.now()): Pace {
  const began = now()
  let counted: { at: number; count: number }[] = []
  return {
    add(count) {
      const at = now()
      counted = counted.filter((one) => at - one.at < MINUTE)
      const last = counted.at(-1)
      // One second is one entry, however much passes.
      if (last && at - last.at < 1000) last.count += count
      else counted.push({ at, count })
    },
    perMinute() {
      const at = now()
      const recent = counted.filter((one) => at - one.at < MINUTE)
      const over = Math.min(MINUTE, Math.max(at - began, 10_000))
      return Math.round((recent.reduce((sum, one) => sum + one.count, 0) * MINUTE) / over)
    },
  }
}
