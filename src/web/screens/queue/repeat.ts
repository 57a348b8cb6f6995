/** How a post shall come again, as it is chosen beside its date. */
export interface Repeat {
  every: Every
  end: 'count' | 'until'
  count: number
  /** Last day, `2027-01-31`; '' while it is being chosen. */
  until: string
  /** Other wordings, taken in turn after the post's own. */
  texts: string[]
}

export const EVERY = ['day', 'week', 'two-weeks', 'month', 'month-weekday'] as const
export type Every = (typeof EVERY)[number]

export const FIRST_REPEAT: Repeat = { every: 'week', end: 'count', count: 8, until: '', texts: [] }

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/**
 * The rule of RFC 5545 that a choice stands for.
 * @param day the first one: weekly rules take its weekday, monthly ones its date or its place in the month
 * @returns null while something is missing
 */
export function ruleOf({ every, end, count, until }: Repeat, day: string): string | null {
  const date = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(date.getTime())) return null
  const code = CODES[date.getUTCDay()] ?? 'MO'
  const nth = Math.ceil(date.getUTCDate() / 7)
  const rules: Record<Every, string> = {
    day: 'FREQ=DAILY',
    week: `FREQ=WEEKLY;BYDAY=${code}`,
    'two-weeks': `FREQ=WEEKLY;INTERVAL=2;BYDAY=${code}`,
    month: `FREQ=MONTHLY;BYMONTHDAY=${date.getUTCDate()}`,
    // The fifth is the last: some months have only four.
    'month-weekday': `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${code}`,
  }
  const limit =
    end === 'count' ? count > 0 && `COUNT=${count}` : until && `UNTIL=${until.replaceAll('-', '')}`
  return limit ? `${rules[every]};${limit}` : null
}

/** What a rule says, where it is one of ours; null for a rule that a program wrote. */
export function everyOf(rule: string): { every: Every; code?: string; nth?: number } | null {
  const [, freq, rest = ''] = /^(?:RRULE:)?FREQ=(\w+);(.*)$/i.exec(rule) ?? []
  const parts = rest.split(';').filter((part) => !/^(COUNT|UNTIL)=/.test(part))
  const said = parts.join(';')
  const weekly = /^(INTERVAL=2;)?BYDAY=(MO|TU|WE|TH|FR|SA|SU)$/.exec(said)
  const monthly = /^BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(said)
  const date = /^BYMONTHDAY=(\d+)$/.exec(said)
  if (freq === 'DAILY' && said === '') return { every: 'day' }
  if (freq === 'WEEKLY' && weekly)
    return { every: weekly[1] ? 'two-weeks' : 'week', code: weekly[2] ?? 'MO' }
  if (freq === 'MONTHLY' && monthly)
    return { every: 'month-weekday', nth: Number(monthly[1]), code: monthly[2] ?? 'MO' }
  if (freq === 'MONTHLY' && date) return { every: 'month', nth: Number(date[1]) }
  return null
}

/** A Monday to Sunday of no importance, to write the names of weekdays with. */
export const dayNamed = (code: string): string =>
  `2024-01-0${['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(code) + 1}`
