import type { Language, Text } from '#platform/text.ts'
import type { Opening } from './settings.ts'

const DAYS: Text[] = [
  { en: 'Monday', fr: 'lundi' },
  { en: 'Tuesday', fr: 'mardi' },
  { en: 'Wednesday', fr: 'mercredi' },
  { en: 'Thursday', fr: 'jeudi' },
  { en: 'Friday', fr: 'vendredi' },
  { en: 'Saturday', fr: 'samedi' },
  { en: 'Sunday', fr: 'dimanche' },
]

const LINE = /^(?<days>[\p{L}.]+(?:\s*[-–,]\s*[\p{L}.]+)*)\s*:?\s+(?<hours>\d.*)$/u
const RANGE = /^(?<from>\d{1,2}(?:[:h]\d{0,2})?)[-–](?<to>\d{1,2}(?:[:h]\d{0,2})?)$/i

/**
 * Reads hours as people write them, in either language: `mon-fri 9:00-12:30 14:00-18:00`, `sam 10h-16h`.
 * @returns null when a line is not understood
 */
export function hoursIn(written: string): Opening[] | null {
  const openings: Opening[] = []
  for (const line of written.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const { days, hours } = LINE.exec(line)?.groups ?? {}
    const numbers = daysIn(days ?? '')
    const ranges = rangesIn(hours ?? '')
    if (!numbers || !ranges) return null
    openings.push(...numbers.flatMap((day) => ranges.map((range) => ({ day, ...range }))))
  }
  return openings.toSorted((a, b) => a.day - b.day || a.from - b.from)
}

function daysIn(written: string): number[] | null {
  const all: number[] = []
  for (const part of written.split(',')) {
    const [from, to = from, more] = part.split(/[-–]/).map((name) => dayCalled(name.trim()))
    if (!from || !to || more !== undefined) return null
    for (let day = from; ; day = (day % 7) + 1) {
      all.push(day)
      if (day === to) break
    }
  }
  return all.length > 0 ? all : null
}

/** Three letters at least, as in `mon` or `lun.`; 0 when no day begins so. */
function dayCalled(name: string): number {
  const begins = name.replace(/\.$/, '').toLowerCase()
  if (begins.length < 3) return 0
  return (
    DAYS.findIndex(({ en, fr }) => en.toLowerCase().startsWith(begins) || fr.startsWith(begins)) + 1
  )
}

function rangesIn(written: string): { from: number; to: number }[] | null {
  const parts = written.split(/\s*(?:,|;|\band\b|\bet\b|\s)\s*/).filter(Boolean)
  const ranges = parts.map((part) => {
    const { from = '', to = '' } = RANGE.exec(part)?.groups ?? {}
    return { from: minuteOf(from), to: minuteOf(to) }
  })
  const isSound = ranges.every(({ from, to }) => from >= 0 && to <= 1440 && from < to)
  return ranges.length > 0 && isSound ? ranges : null
}

function minuteOf(written: string): number {
  const [hour = '', minute = ''] = written.toLowerCase().split(/[:h]/)
  if (hour === '' || Number(minute) > 59) return -1
  return Number(hour) * 60 + Number(minute)
}

/**
 * What is honest to say now about when somebody answers.
 * @param timeZone of the hours, an IANA name
 * @returns null where no hours were given: nothing is promised
 */
export function whenOpen(
  hours: readonly Opening[],
  now: Date,
  timeZone: string,
  language: Language,
): { open: boolean; sentence: string } | null {
  if (hours.length === 0) return null
  const { day, minute } = localTime(now, timeZone)
  if (hours.some((one) => one.day === day && one.from <= minute && minute < one.to))
    return { open: true, sentence: WORDS.open[language] }
  for (let ahead = 0; ahead <= 7; ahead++) {
    const wanted = ((day - 1 + ahead) % 7) + 1
    const next = hours.find((one) => one.day === wanted && (ahead > 0 || one.from > minute))
    if (next) return { open: false, sentence: nextSentence(ahead, wanted, next.from, language) }
  }
  return null
}

function nextSentence(ahead: number, day: number, minute: number, language: Language): string {
  const words = ahead === 0 ? WORDS.today : ahead === 1 ? WORDS.tomorrow : WORDS.later
  return words[language]
    .replace('{day}', DAYS[day - 1]?.[language] ?? '')
    .replace('{hour}', hourOf(minute, language))
}

const WORDS = {
  open: { en: 'We are here to answer.', fr: 'Nous sommes là pour répondre.' },
  today: {
    en: 'We answer today from {hour}.',
    fr: 'Nous répondons aujourd’hui à partir de {hour}.',
  },
  tomorrow: {
    en: 'We answer tomorrow from {hour}.',
    fr: 'Nous répondons demain à partir de {hour}.',
  },
  later: {
    en: 'We answer on {day} from {hour}.',
    fr: 'Nous répondons {day} à partir de {hour}.',
  },
} satisfies Record<string, Text>

/** `9:30`, or `9 h 30` with spaces that do not break. */
function hourOf(minute: number, language: Language): string {
  const [hours, rest] = [Math.floor(minute / 60), minute % 60]
  const padded = String(rest).padStart(2, '0')
  if (language === 'en') return `${hours}:${padded}`
  return rest === 0 ? `${hours}\u00A0h` : `${hours}\u00A0h\u00A0${padded}`
}

function localTime(now: Date, timeZone: string): { day: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    weekday: 'long',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const day = DAYS.findIndex(({ en }) => en === part('weekday')) + 1
  return { day, minute: Number(part('hour')) * 60 + Number(part('minute')) }
}
