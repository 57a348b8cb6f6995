/** How fast a world lives. Durations in milliseconds. */
export interface Pace {
  /** Share of followers before whom a post comes at all. */
  reach: number
  /** Median time between a post and its being seen, and spread of its logarithm. */
  medianDelay: number
  delaySpread: number
  /** A post is buried under newer ones after about this long. */
  buriedAfter: number
  /** Multiplies the seconds a reaction takes once the post is seen. */
  handling: number
  /** People sleep and work: delays are counted in their waking time. */
  sleeps: boolean
  /** At least one person always writes something. */
  alwaysAnswered: boolean
}

const MINUTE = 60_000

/**
 * `real`: hours, as on a network (the README gives the sources). `practice`: the same people, hurried and
 * attentive, so that who practises sees likes and a question within a minute, at any hour. `instant`: for tests.
 */
export const paces = {
  real: {
    reach: 0.24,
    medianDelay: 55 * MINUTE,
    delaySpread: 1.6,
    buriedAfter: 14 * 60 * MINUTE,
    handling: 1,
    sleeps: true,
    alwaysAnswered: false,
  },
  practice: {
    reach: 0.45,
    medianDelay: 0.75 * MINUTE,
    delaySpread: 1,
    buriedAfter: 60 * MINUTE,
    handling: 0.25,
    sleeps: false,
    alwaysAnswered: true,
  },
  instant: {
    reach: 0.45,
    medianDelay: 1,
    delaySpread: 0.1,
    buriedAfter: MINUTE,
    handling: 0.0001,
    sleeps: false,
    alwaysAnswered: true,
  },
} as const satisfies Record<string, Pace>

export type PaceName = keyof typeof paces
