import { type Bounds, boundsOf, type Look, type Portrait } from './judge.ts'
import { type Scale, STEADY_HOURS, type Subject } from './scales.ts'
import { countOf, type HourOfSeries } from './stretches.ts'

/** A stretch whose count rings. */
export interface Rung extends Bounds {
  of: Subject
  scale: Scale
  count: number
  /** Place in the series of the hour in which it began, and of the one in which it ended. */
  from: number
  at: number
}

/**
 * What rings of one hour of a series: its minutes, itself, the hours that end with it, and its day so far.
 * @param from place of the first hour that is judged: what came before belongs to an episode that is over
 * @param bounds asked for each look, hour and weekday; give one that remembers where many hours are judged
 */
export function ringsOf(
  series: readonly HourOfSeries[],
  at: number,
  from: number,
  portrait: Portrait,
  bounds: typeof boundsOf = boundsOf,
): Rung[] {
  const hour = series[at]
  if (!hour || at < from) return []
  return portrait.looks.flatMap((look): Rung[] => {
    const { count, first } = countOfLook(series, at, from, look)
    const { expected, alarm } = bounds(portrait, look, hour.hour, hour.weekday)
    const { of, scale } = look
    return count >= alarm ? [{ of, scale, count, expected, alarm, from: first, at }] : []
  })
}

function countOfLook(series: readonly HourOfSeries[], at: number, from: number, look: Look) {
  const hour = series[at]
  if (look.scale === 'minutes') return { count: Math.max(0, ...(hour?.slots ?? [])), first: at }
  let first = at
  const reaches = (place: number) =>
    look.scale === 'day'
      ? series[place]?.day === hour?.day
      : look.scale === 'hours' && place > at - STEADY_HOURS
  while (first > from && reaches(first - 1)) first--
  let count = 0
  for (let place = first; place <= at; place++) {
    const one = series[place]
    if (one) count += countOf(one, look.of)
  }
  return { count, first }
}
