import type { Repeat } from '../queue/repeat.ts'
import { addDays, dayOf, timeOf } from '../calendar/days.ts'

/** When a post shall leave, on the wall of a zone. */
export interface When {
  /** At an hour, now, or at the next free slot of its accounts. */
  mode: 'at' | 'now' | 'queue'
  /** `2026-11-24`, or '' while it is being chosen. */
  date: string
  /** `09:00`, or ''. */
  time: string
  /** How it comes again; absent or null: it does not. */
  repeat?: Repeat | null
}

const MORNING = '09:00'

/**
 * What is proposed first.
 * @param asked '' or a day, or a wall time, from the address
 * @param now what the company's clock shows
 */
export function firstWhen(asked: string, now: string): When {
  const date = /^\d{4}-\d{2}-\d{2}/.test(asked) ? dayOf(asked) : addDays(dayOf(now), 1)
  const time = /T\d{2}:\d{2}/.test(asked) ? timeOf(asked) : MORNING
  return {
    mode: 'at',
    date,
    time: `${date}T${time}` > now || date > dayOf(now) ? time : nextHour(now),
  }
}

/** The next full hour; before midnight, 23:59. */
function nextHour(now: string): string {
  const hour = Number(now.slice(11, 13)) + 1
  return hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}:00`
}

/** `2026-11-24T09:00`; null for now, or while it is not chosen. */
export function wallTimeOf({ mode, date, time }: When): string | null {
  return mode === 'at' && date && time ? `${date}T${time}` : null
}
