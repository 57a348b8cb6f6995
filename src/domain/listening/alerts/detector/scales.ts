/** The lengths at which a series is looked at: a burst, a sudden rise, a steady one, a slow one. */
export const scales = ['minutes', 'hour', 'hours', 'day'] as const
export type Scale = (typeof scales)[number]

/** What is counted: all mentions, or the worrying ones, whose opinion is negative or that carry a risk. */
export const subjects = ['all', 'worrying'] as const
export type Subject = (typeof subjects)[number]

/** Minutes of the shortest stretch, and how many of them an hour has. */
export const SLOT_MINUTES = 5
export const SLOTS = 60 / SLOT_MINUTES
/** Hours of the steady rise: the hour under way and the one before. */
export const STEADY_HOURS = 2

/** How many stretches of each length a day has; one of two hours ends with every hour. */
export const PER_DAY: Record<Scale, number> = { minutes: 24 * SLOTS, hour: 24, hours: 24, day: 1 }
