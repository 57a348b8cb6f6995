const MINUTE = 60_000

/**
 * How far apart late posts of one account leave when they are released together: followers see a morning of posts,
 * not a burst of twelve. Our own choice; the account's `minGapMs` where that is longer.
 */
const APART = 10 * MINUTE

export interface Slots {
  /** The next free moment of an account: the first is now. */
  next(channelId: string, isReply: boolean, minGapMs: number): Date
}

/** Replies go to one person each: only the account's own distance keeps them apart. */
export function slotsFrom(now: Date): Slots {
  const free = new Map<string, number>()
  return {
    next(channelId, isReply, minGapMs) {
      const lane = `${channelId} ${isReply}`
      const at = free.get(lane) ?? now.getTime()
      free.set(lane, at + (isReply ? minGapMs : Math.max(APART, minGapMs)))
      return new Date(at)
    },
  }
}
