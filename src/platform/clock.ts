/** Where every part of the desk reads the time, so that a test can hold it still. */
export interface Clock {
  now(): Date
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }

export interface FixedClock extends Clock {
  /** Moves the time forward (or back, when negative) by `ms` milliseconds. */
  advance(ms: number): void
  set(instant: Date | string): void
}

/**
 * A clock that moves only when told to.
 * @param start an instant, or an ISO 8601 text with its offset: `2026-03-02T09:00:00+01:00`
 * @throws RangeError when `start` is not a date
 */
export function fixedClock(start: Date | string): FixedClock {
  let current = instantOf(start)
  return {
    now: () => new Date(current),
    advance: (ms) => {
      current += ms
    },
    set: (instant) => {
      current = instantOf(instant)
    },
  }
}

function instantOf(date: Date | string): number {
  const ms = new Date(date).getTime()
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${String(date)}`)
  return ms
}
