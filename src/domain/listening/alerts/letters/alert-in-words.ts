import { type Language, say, type Text } from '#platform/text.ts'
import type { AlertView } from '../api.ts'
import * as words from './words.ts'

interface Told extends Pick<
  AlertView,
  'subject' | 'scale' | 'risk' | 'count' | 'expected' | 'alarm'
> {
  queryName: string
  /** 1 when it is told for the first time. */
  level: number
}

/** What is told of an alert in one line and in a few, by letter or on a device, in the words of a language. */
export function alertInWords(
  alert: Told,
  company: string,
  language: Language,
): Record<'subject' | 'text', string> {
  const query = alert.queryName.replace(/\s+/g, ' ')
  const values = { company, query, ...valuesOf(alert, language) }
  const kind = kindOf(alert)
  return { subject: say(kind.subject, language, values), text: say(kind.text, language, values) }
}

function kindOf({ risk, level }: Told): Record<'subject' | 'text', Text> {
  if (risk !== null) return level > 1 ? words.grewByPosts : words.raisedByPost
  return level > 1 ? words.grew : words.raised
}

function valuesOf(
  { subject, scale, risk, count, expected, alarm }: Told,
  language: Language,
): Record<string, string> {
  if (risk !== null || subject === 'post' || scale === null)
    return { count: String(count), risk: risk === null ? '' : say(words.riskOf[risk], language) }
  return {
    counted: say(words.counted[subject], language, { count }),
    over: say(words.over[scale], language),
    expected: inWords(expected, language),
    whole: scale === 'day' ? say(words.wholeDay, language) : '',
    alarm: String(alarm),
  }
}

const inWords = (expected: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: expected < 10 ? 1 : 0 }).format(expected)
