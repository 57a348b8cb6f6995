import ICAL from 'ical.js'
import { blankRow, type Row, type Rows } from './row.ts'
import * as words from './sentences.ts'

/**
 * Reads a plan from a calendar (RFC 5545): each event is a post, its description the text, or its title when there is
 * none. Times keep the zone they were written in.
 */
export function readIcs(content: string): Rows {
  const calendars = parsed(content)
  if (!calendars) return { ok: false, reason: words.brokenCalendar }
  const lines = eventLines(content)
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  return { ok: true, rows: events.map((event, i) => rowOf(event, lines[i] ?? 1)) }
}

function parsed(content: string): ICAL.Component[] | null {
  try {
    const read = ICAL.parse(content) as unknown[]
    const several = Array.isArray(read[0]) ? read : [read]
    const calendars = several.map((one) => new ICAL.Component(one as unknown[]))
    return calendars.every(({ name }) => name === 'vcalendar') ? calendars : null
  } catch {
    return null
  }
}

function eventLines(content: string): number[] {
  const lines = content.split(/\r?\n/)
  return lines.flatMap((line, i) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [i + 1] : []))
}

function rowOf(event: ICAL.Component, line: number): Row {
  const said = (name: string) => String(event.getFirstPropertyValue(name) ?? '').trim()
  const start = event.getFirstPropertyValue('dtstart')
  const row = blankRow(line)
  row.text = said('description') || said('summary')
  row.key = said('uid') || null
  if (event.hasProperty('rrule') || event.hasProperty('rdate')) row.problems.push(words.repeats)
  if (said('status') === 'CANCELLED') row.problems.push(words.calledOff)
  return start instanceof ICAL.Time ? { ...row, ...whenOf(event, start) } : row
}

function whenOf(event: ICAL.Component, start: ICAL.Time): Pick<Row, 'date' | 'time' | 'zone'> {
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${start.year}-${two(start.month)}-${two(start.day)}`
  if (start.isDate) return { date, time: '', zone: '' }
  const tzid = event.getFirstProperty('dtstart')?.getParameter('tzid')
  const zone = start.zone === ICAL.Timezone.utcTimezone ? 'UTC' : String(tzid ?? '')
  return { date, time: `${two(start.hour)}:${two(start.minute)}`, zone }
}
