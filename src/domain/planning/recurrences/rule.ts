import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { instantOf, wallTimeOf } from '#domain/publishing/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { badRule, endless, neverComes, tooLong, tooMany, tooOften } from './errors.ts'

/** One time of a series. */
export interface Occasion {
  wallTime: string
  at: Date
}

export interface Series {
  /** An RRULE of RFC 5545 (section 3.3.10), with or without its name: `FREQ=WEEKLY;BYDAY=TU;COUNT=10`. */
  rule: string
  /** From when on, and at which hour. */
  wallTime: string
  /** IANA zone. */
  timeZone: string
}

export const MOST_OCCASIONS = 200
/** Days from the first time to the last: two years. */
const LONGEST_DAYS = 731

/**
 * Every time of a series, in order.
 *
 * The rule is read on the wall, not on a time line: it gives days, and the hour stays what the clock shows. An hour
 * that clocks skip is moved as any post's is (`instantOf`), where the RFC would drop it: a series that loses a post
 * in March would surprise. A day that no calendar has (30 February, Samoa's 30 December 2011) has no occasion.
 * @throws Problem when the rule cannot be read, comes more than once a day, has no end, or ends too late
 */
export function occasionsOf({ rule, wallTime, timeZone }: Series): Occasion[] {
  const parts = partsOf(rule)
  refuseWild(parts)
  const times = expand(onTheWall(parts, timeZone), wallTime)
  if (times.length > MOST_OCCASIONS) throw new Problem(tooMany, { most: MOST_OCCASIONS })
  const occasions = times.flatMap((time) => {
    const meant = instantOf(time, timeZone)
    const exists = meant?.shown.slice(0, 10) === time.slice(0, 10)
    return meant && exists ? [{ wallTime: time, at: meant.instant }] : []
  })
  const [first, last] = [occasions[0], occasions.at(-1)]
  if (!first || !last) throw new Problem(neverComes)
  if (last.at.getTime() - first.at.getTime() > LONGEST_DAYS * 86_400_000) throw new Problem(tooLong)
  return occasions
}

type Parts = Map<string, string>

function partsOf(rule: string): Parts {
  const bare = rule.trim().replace(/^RRULE:/i, '')
  const parts = bare.split(';').map((part) => part.toUpperCase().split('='))
  if (parts.some((part) => part.length !== 2)) throw new Problem(badRule, { rule: bare })
  return new Map(parts.map(([name = '', value = '']) => [name, value]))
}

/** Nothing that could come in a burst, or for ever. */
function refuseWild(parts: Parts): void {
  const often = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(parts.get('FREQ') ?? '')
  if (often || ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => parts.has(name)))
    throw new Problem(tooOften)
  if (!parts.has('COUNT') && !parts.has('UNTIL')) throw new Problem(endless)
}

/** The rule as a wall clock reads it: an end given as an instant becomes what the wall shows then. */
function onTheWall(parts: Parts, timeZone: string): string {
  const until = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(parts.get('UNTIL') ?? '')
  const read = new Map(parts)
  if (until) {
    const [, year, month, day, hour, minute, second] = until.map(Number)
    const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
    const shown = wallTimeOf(new Date(at), timeZone)
    read.set('UNTIL', `${shown.replaceAll(/[-:]/g, '')}00Z`)
  } else if (parts.get('UNTIL')?.includes('T')) {
    read.set('UNTIL', `${parts.get('UNTIL')}Z`)
  }
  return [...read].map((part) => part.join('=')).join(';')
}

/** One more than may be, so that it can be told. A zone without changes stands for the wall. */
function expand(rruleString: string, wallTime: string): string[] {
  try {
    const dtstart = Temporal.PlainDateTime.from(wallTime).toZonedDateTime('UTC')
    const bounds = { maxIterations: 2000, maxCandidateEvaluations: 50_000 }
    const found = new RRuleTemporal({ rruleString, dtstart, ...bounds }).all(
      (_, i) => i <= MOST_OCCASIONS,
    )
    return found.map((time) => time.toPlainDateTime().toString({ smallestUnit: 'minute' }))
  } catch (error) {
    if (error instanceof Error) throw new Problem(badRule, { rule: rruleString })
    throw error
  }
}
