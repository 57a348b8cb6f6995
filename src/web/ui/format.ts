import { useLingui } from '@lingui/react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { chosen, sessionQuery } from '../api/session.ts'

/** Numbers and dates as the reader writes them, always in the company's zone. */
export type Format = ReturnType<typeof createFormat>

export function useFormat(): Format {
  const { i18n } = useLingui()
  const { data } = useQuery({ ...sessionQuery, enabled: false })
  const zone = (data && chosen(data)?.timeZone) ?? browserZone()
  return useMemo(() => createFormat(i18n.locale, zone), [i18n.locale, zone])
}

/** The same without React. `locale` 'fr' or 'en', `zone` an IANA name. */
export function createFormat(locale: string, zone: string) {
  const tag = locale === 'en' ? 'en-GB' : locale
  const when = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(tag, { timeZone: zone, ...options })
  const onDay = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(tag, { timeZone: 'UTC', ...options })
  const at = (iso: string | Date) => (typeof iso === 'string' ? new Date(iso) : iso)
  // A calendar day has no zone: noon UTC is the same day for UTC formatting.
  const noon = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`)
  return {
    locale,
    zone,
    /** '' when the company's hours are the reader's own, else the place: 'Paris'. */
    zoneNote: zone === browserZone() ? '' : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
    number: (n: number) => numberFormat(tag, {}).format(n),
    compact: (n: number) =>
      numberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 }).format(n),
    /** A share: 0.031 → 3.1 %. */
    percent: (n: number) =>
      numberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }).format(n),
    /** A change: 0.124 → +12 %. */
    change: (n: number) =>
      numberFormat(tag, {
        style: 'percent',
        maximumFractionDigits: Math.abs(n) < 0.1 ? 1 : 0,
        signDisplay: 'exceptZero',
      })
        .format(n)
        // Intl writes a hyphen; a minus is as wide as the plus above it.
        .replace('-', '−'),
    money: (n: number, currency: string) =>
      numberFormat(tag, { style: 'currency', currency, maximumFractionDigits: 2 }).format(n),
    date: (iso: string | Date) =>
      when({ day: 'numeric', month: 'short', year: 'numeric' }).format(at(iso)),
    time: (iso: string | Date) => when({ hour: '2-digit', minute: '2-digit' }).format(at(iso)),
    dateTime: (iso: string | Date) =>
      when({
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      }).format(at(iso)),
    full: (iso: string | Date) => when({ dateStyle: 'full', timeStyle: 'short' }).format(at(iso)),
    /** '2026-11-22' → 22 Nov. */
    day: (day: string) => onDay({ day: 'numeric', month: 'short' }).format(noon(day)),
    /** '2026-11-22' → Sunday 22 November; with its year when it is not this one. */
    longDay: (day: string, now = new Date()) =>
      onDay({
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(day.slice(0, 4) === yearIn(zone, now) ? {} : { year: 'numeric' as const }),
      }).format(noon(day)),
    longWeekday: (day: string) => onDay({ weekday: 'long' }).format(noon(day)),
    weekday: (day: string) => onDay({ weekday: 'short' }).format(noon(day)),
    month: (day: string) =>
      onDay({ month: 'long', year: 'numeric' }).format(noon(`${day.slice(0, 7)}-15`)),
    relative: (iso: string | Date, now = Date.now()) => relative(tag, at(iso).getTime() - now),
    list: (items: readonly string[]) => new Intl.ListFormat(tag).format(items),
    duration: (seconds: number) => duration(tag, seconds),
  }
}

const yearIn = (zone: string, now: Date): string =>
  dateFormat('en-GB', { timeZone: zone, year: 'numeric' }).format(now)

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${tag}${JSON.stringify(options)}`
  const made = cache.get(key) ?? new Intl.DateTimeFormat(tag, options)
  cache.set(key, made)
  return made as Intl.DateTimeFormat
}

function numberFormat(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${tag}${JSON.stringify(options)}`
  const made = cache.get(key) ?? new Intl.NumberFormat(tag, options)
  cache.set(key, made)
  return made as Intl.NumberFormat
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

function relative(tag: string, milliseconds: number): string {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' })
  for (const [unit, size] of STEPS) {
    if (Math.abs(milliseconds) >= size) return words.format(Math.round(milliseconds / size), unit)
  }
  return words.format(0, 'second')
}

function duration(tag: string, seconds: number): string {
  const [value, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5400
        ? [seconds / 60, 'minute']
        : seconds < 129_600
          ? [seconds / 3600, 'hour']
          : [seconds / 86_400, 'day']
  return numberFormat(tag, {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'short',
    maximumFractionDigits: Number(value) < 10 ? 1 : 0,
  }).format(Number(value))
}
