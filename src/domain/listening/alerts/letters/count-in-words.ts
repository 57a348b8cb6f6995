import { type Language, say } from '#platform/text.ts'
import type { Scale, Subject } from '../detector/scales.ts'
import * as words from './words.ts'

interface Counted {
  subject: Subject
  scale: Scale
  count: number
  expected: number
  alarm: number
}

/** What the sentences of an alert say of its count, in the words of a language. */
export function countInWords(
  { subject, scale, count, expected, alarm }: Counted,
  language: Language,
): Record<'counted' | 'over' | 'expected' | 'whole' | 'alarm', string> {
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
