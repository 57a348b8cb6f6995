export const DAY = 86_400_000
/** A period of up to a week is compared to the four weeks before it. */
const USUAL_DAYS = 28
export const KEPT_DAYS = 7 + USUAL_DAYS
/** Before as many days of listening, nothing can be called usual. */
export const FEWEST_USUAL_DAYS = 14

/** A period that ends now, and as many before it, of the same length, as four weeks hold. */
export interface Period {
  days: number
  since: Date
  until: Date
  usualSince: Date
}

export function periodOf(now: Date, days: number): Period {
  const since = new Date(now.getTime() - days * DAY)
  const stretches = Math.floor(USUAL_DAYS / days)
  return { days, since, until: now, usualSince: new Date(since.getTime() - stretches * days * DAY) }
}

/** What was said before is compared to nothing any more; a day more than periods need, so that none lacks its first hour. */
export const comparedSince = (now: Date): Date => new Date(now.getTime() - (KEPT_DAYS + 1) * DAY)
