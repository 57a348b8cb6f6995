const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Pauses before each further try: close together for a restart, then for three days (Standard Webhooks, "retry schedule"). */
const PAUSES = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** An address that has taken nothing for so long is given up. */
export const GIVE_UP_AFTER_MS = 72 * HOUR

/**
 * When to try again; null when it was the last time.
 * @param tries how many requests were made
 * @param wait seconds the other side asked for (Retry-After), if it did
 */
export function nextTry(tries: number, now: Date, wait: number | null): Date | null {
  const pause = PAUSES[tries - 1]
  if (pause === undefined) return null
  const asked = Math.min((wait ?? 0) * SECOND, 24 * HOUR)
  return new Date(now.getTime() + Math.max(pause, asked))
}
