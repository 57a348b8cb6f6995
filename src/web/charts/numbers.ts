export type ChartFormat = 'number' | 'percent' | 'compact'

/** How a chart writes its values; axes are short, tables exact. */
export function chartNumbers(locale: string, format: ChartFormat = 'number') {
  const tag = locale === 'en' ? 'en-GB' : locale
  const percent = { style: 'percent', maximumFractionDigits: 1 } as const
  const short = new Intl.NumberFormat(
    tag,
    format === 'percent' ? percent : { notation: 'compact', maximumFractionDigits: 1 },
  )
  const exact = new Intl.NumberFormat(
    tag,
    format === 'percent' ? { ...percent, maximumFractionDigits: 2 } : { maximumFractionDigits: 2 },
  )
  return { short: (n: number) => short.format(n), exact: (n: number) => exact.format(n) }
}

/** A day ('2026-11-22') as an axis writes it, and in full for tables. */
export function chartDays(locale: string) {
  const tag = locale === 'en' ? 'en-GB' : locale
  const short = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    short: (day: Date) => short.format(day),
    long: (day: Date) => long.format(day),
    at: (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`),
  }
}
