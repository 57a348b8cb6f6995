import type { Language } from '#platform/text.ts'
import { aboutUs } from './about-us.ts'
import { capitals } from './capitals.ts'
import { emoji } from './emoji.ts'
import { firstLine } from './first-line.ts'
import { hashtagCount } from './hashtag-count.ts'
import { hashtagWords } from './hashtag-words.ts'
import { type Hint, HINT_KINDS, type HintKind, type Rule, type Subject } from './hint.ts'
import { invitation } from './invitation.ts'
import { languageOf } from './language-of.ts'
import { linkAlone } from './link-alone.ts'
import { linkFirst } from './link-first.ts'
import { marksOf, withoutMarks } from './marks.ts'
import { readability } from './readability.ts'

const RULES: Record<HintKind, Rule> = {
  'link-alone': linkAlone,
  'first-line': firstLine,
  'about-us': aboutUs,
  readability,
  invitation,
  capitals,
  'hashtag-words': hashtagWords,
  emoji,
  'link-first': linkFirst,
  'hashtag-count': hashtagCount,
}

export interface Written {
  text: string
  /** The language chosen for the post, or the company's: the words of the text win over it. */
  language: Language
  brand: string
  fold?: Subject['fold']
}

/** What a careful colleague would remark of a text, most useful first. Pure; never throws; nothing for an empty text. */
export function hintsOf({ text, language, brand, fold = null }: Written): Hint[] {
  if (text.trim() === '') return []
  const marks = marksOf(text)
  const prose = withoutMarks(text, marks)
  const subject: Subject = {
    text,
    prose,
    marks,
    brand,
    fold,
    language: languageOf(prose, language),
  }
  return HINT_KINDS.flatMap((kind) => RULES[kind](subject) ?? [])
}
