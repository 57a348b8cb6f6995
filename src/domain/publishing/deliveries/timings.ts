import type { Manifest } from '#connectors/_contract/manifest.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** All durations in milliseconds. */
export interface Timings {
  /** How long a worker may be silent before another takes its delivery over. */
  lease: number
  /** How often a working worker says that it is alive. */
  renewEvery: number
  /** This long before its lease ends, a worker that could not renew it sends nothing any more. */
  fence: number
  /** A connector that has not answered by then is not waited for. */
  longest: number
  /** How long a network may still be busy with a request whose answer we never got. */
  quiet: number
  /** Pauses after requests that certainly did nothing; the last one repeats. */
  tryAgain: readonly number[]
  /** Pauses between attempts to read the network back; after the last a person is asked. */
  checkAgain: readonly number[]
}

export const TIMINGS: Timings = {
  lease: 30 * SECOND,
  renewEvery: 10 * SECOND,
  fence: 2 * SECOND,
  longest: 5 * MINUTE,
  quiet: MINUTE,
  tryAgain: [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR],
  checkAgain: [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR],
}

/** How late something may leave without anybody being asked. */
export const GIVE_UP_AFTER = 24 * HOUR

/** The pause after the n-th failure (1 for the first). */
export const pauseAfter = (n: number, pauses: readonly number[]): number =>
  pauses[Math.min(n, pauses.length) - 1] ?? 0

/**
 * How long after a request of unknown outcome its absence from the network proves nothing. Where the network
 * honours a key of ours, sending again is harmless and there is nothing to wait for.
 */
export function quietOf(
  { idempotency }: Pick<Manifest, 'idempotency'>,
  { quiet }: Timings,
): number {
  return idempotency === 'client-key' || idempotency === 'idempotency-header' ? 0 : quiet
}
