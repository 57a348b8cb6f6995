import { boundsOf, type Budget, type HourOfSeries, portray } from './judge.ts'

/** What would have rung, had the detector listened to a whole series. */
export interface Rehearsal {
  /** Places in the series of the hours in which an episode began. */
  episodes: number[]
}

/** Weeks of past that a portrait rests on, and hours without an alarm that end an episode. */
export const PAST_DAYS = 56
export const CALM_HOURS = 6

/** Plays a series hour by hour, as the desk lives it: each day's portrait knows only what came before. */
export function rehearse(series: readonly HourOfSeries[], budget: Budget): Rehearsal {
  const episodes: number[] = []
  let calmFrom = 0
  const days = [...Map.groupBy(series, ({ day }) => day).values()]
  let place = 0
  days.forEach((hours, d) => {
    const portrait = portray(days.slice(Math.max(0, d - PAST_DAYS), d).flat(), budget)
    let total = 0
    for (const { hour, weekday, count } of hours) {
      const before = total
      total += count
      if (portrait) {
        const day = boundsOf(portrait, 'day', hour, weekday).alarm
        const rings =
          count >= boundsOf(portrait, 'hour', hour, weekday).alarm || (total >= day && before < day)
        if (rings && place >= calmFrom) episodes.push(place)
        if (rings) calmFrom = place + CALM_HOURS + 1
      }
      place++
    }
  })
  return { episodes }
}
