import { type Budget, chanceOfDay, SHARES } from './budget.ts'
import { countBeyond, type CountLaw } from './negative-binomial.ts'
import { rarestOf } from './peaks.ts'
import { type Rarest, rarityToRing } from './rarity.ts'
import { scatterOf } from './scatter.ts'
import { PER_DAY, type Scale, SLOTS, STEADY_HOURS, type Subject } from './scales.ts'
import { spendWhole } from './spend.ts'
import { countOf, type HourOfSeries, isWhole, stretchesOf } from './stretches.ts'
import { ignorance, learnUsual, meanAt, type Usual } from './usual.ts'

export interface Bounds {
  expected: number
  /** From this count on, it is an alert. */
  alarm: number
}

/** One look: how much its counts vary, and how rare one must be to ring (−log₁₀ of its chance). */
export interface Look {
  of: Subject
  scale: Scale
  scatter: number
  rare: number
}

/** What is usual of a query, and from when on it rings. */
export interface Portrait {
  /** Whole days it rests on. */
  days: number
  /** What each hour of the week brings, Monday at midnight first. */
  week: Record<Subject, number[]>
  looks: Look[]
}

/** Nothing below is ever an alert: two posts are a coincidence. */
const FEWEST = 3

/** Days before anything can be said at all, and before the weekly rhythm is known. */
const DAYS_TO_TELL = 3
export const DAYS_TO_KNOW = 14
/** Until the weekly rhythm is known, only this share of the budget is spent, */
const FIRST_DAYS_SHARE = 0.5
/** and this scatter added: some days at half the level of others, and more. */
const UNKNOWN_WEEK = 0.3
const WEEK = 168

/** What the past of a query teaches, whatever the budget. */
export interface Lesson {
  days: number
  week: Portrait['week']
  looks: { of: Subject; scale: Scale; share: number; scatter: number; rarest: Rarest }[]
}

/**
 * Learns from the past hours of a query, oldest first, what is usual.
 * @returns null as long as it cannot be told
 */
export function learn(past: readonly HourOfSeries[]): Lesson | null {
  const days = [...Map.groupBy(past, ({ day }) => day).values()].filter(isWhole).length
  if (days < DAYS_TO_TELL) return null
  const isWeekKnown = days >= DAYS_TO_KNOW
  const usual = {
    all: usualOf(past, 'all', isWeekKnown),
    worrying: usualOf(past, 'worrying', isWeekKnown),
  }
  const looks = SHARES.map(({ of, scale, share }) => {
    const { week, unknown } = usual[of]
    const meanOf = ({ hour, weekday }: HourOfSeries) => week[weekday * 24 + hour] ?? 0
    const stretches = stretchesOf(past, of, scale, meanOf)
    const scatter = scatterOf(stretches, scale) + unknown
    return { of, scale, share, scatter, rarest: rarestOf(stretches, scatter, FEWEST) }
  })
  return { days, week: { all: usual.all.week, worrying: usual.worrying.week }, looks }
}

/**
 * From when on a query rings within a budget. A count only grows while its stretch lasts, so it may be looked at as often as
 * one likes: the chance of a false alarm in the stretch stays the same. (Threshold from the quantile of a negative binomial
 * around a seasonal mean, as in outbreak detection: Noufaily et al., Statistics in Medicine 32, 2013.)
 */
export function portrayAs({ days, week, looks }: Lesson, budget: Budget): Portrait {
  const spent = days >= DAYS_TO_KNOW ? 1 : FIRST_DAYS_SHARE
  const usual = { all: week.all.map(rounded), worrying: week.worrying.map(rounded) }
  return {
    days,
    week: usual,
    looks: looks.map(({ of, scale, share, rarest, ...look }) => {
      const scatter = rounded(look.scatter)
      const rare = rarityToRing(rarest, PER_DAY[scale], chanceOfDay(budget, share * spent))
      // Looks at all mentions spend their share already where hours scatter (docs/alerts.md).
      const isLeft = of === 'worrying'
      const whole = isLeft ? spendWhole(lawsOf(usual[of], scale, scatter), rare, FEWEST) : rare
      return { of, scale, scatter, rare: rounded(whole) }
    }),
  }
}

/** What each stretch of a week brings by chance. */
function lawsOf(week: readonly number[], scale: Scale, overdispersion: number): CountLaw[] {
  return Array.from({ length: WEEK }, (_, cell) => ({
    mean: expectedOf(week, scale, cell),
    overdispersion,
  }))
}

/** What is usual of a query and from when on it rings; null as long as it cannot be told. */
export function portray(past: readonly HourOfSeries[], budget: Budget): Portrait | null {
  const lesson = learn(past)
  return lesson && portrayAs(lesson, budget)
}

/** The bounds of the stretch of a look that ends with an hour of the week, or of its day. */
export function boundsOf(portrait: Portrait, look: Look, hour: number, weekday: number): Bounds {
  const expected = expectedOf(portrait.week[look.of], look.scale, weekday * 24 + hour)
  const law = { mean: expected, overdispersion: look.scatter }
  return { expected, alarm: Math.max(FEWEST, countBeyond(10 ** -look.rare, law)) }
}

/** The bounds of an hour of all mentions. */
export function hourBounds(portrait: Portrait, hour: number, weekday: number): Bounds {
  const look = portrait.looks.find(({ of, scale }) => of === 'all' && scale === 'hour')
  return look ? boundsOf(portrait, look, hour, weekday) : { expected: 0, alarm: Infinity }
}

function expectedOf(week: readonly number[], scale: Scale, cell: number): number {
  const sum = (from: number, size: number) =>
    Array.from({ length: size }, (_, i) => week[(from + i + WEEK) % WEEK] ?? 0).reduce(
      (a, b) => a + b,
      0,
    )
  if (scale === 'minutes') return sum(cell, 1) / SLOTS
  if (scale === 'hour') return sum(cell, 1)
  if (scale === 'hours') return sum(cell + 1 - STEADY_HOURS, STEADY_HOURS)
  return sum(cell - (cell % 24), 24)
}

/** Crises of the past must not pass for the usual: an hour counts for so many times its mean at most, and a few more. */
const CUT = { times: 4, more: 6 }
const ROUNDS = 3

function usualOf(past: readonly HourOfSeries[], of: Subject, isWeekKnown: boolean) {
  const sizes = isWeekKnown ? [24, 7] : [24]
  const hours = past
    .filter(({ leftOut }) => !leftOut)
    .map((h) => ({ count: countOf(h, of), places: [h.hour, h.weekday].slice(0, sizes.length) }))
  let usual: Usual = learnUsual(hours, sizes, 28 * 24)
  for (let round = 0; round < ROUNDS; round++) {
    const cut = hours.map(({ count, places }) => ({
      places,
      count: Math.min(count, CUT.times * meanAt(usual, places) + CUT.more),
    }))
    usual = learnUsual(cut, sizes, 28 * 24)
  }
  const week = Array.from({ length: WEEK }, (_, cell) =>
    meanAt(usual, [cell % 24, Math.floor(cell / 24)].slice(0, sizes.length)),
  )
  return { week, unknown: ignorance(usual) + (isWeekKnown ? 0 : UNKNOWN_WEEK) }
}

const rounded = (n: number): number => Number(n.toPrecision(4))
