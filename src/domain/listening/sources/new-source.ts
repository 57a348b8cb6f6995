/** A source that nobody has read yet, due at once. */
export function newSource(now: Date) {
  return {
    cursor: null,
    nextPollAt: now,
    leaseUntil: null,
    lastPollAt: null,
    lastItemAt: null,
    itemsRead: 0,
    failures: 0,
    trouble: null,
    lookBackWanted: 0,
    lookBackDone: 0,
    paused: false,
    createdAt: now,
    streamed: false,
    holder: null,
  }
}
