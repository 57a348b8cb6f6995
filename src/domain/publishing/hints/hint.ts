import type { Language, Text } from '#platform/text.ts'
import type { Finder, Stretch } from './marks.ts'

/** What a hint can be about, in the order of use: what spoils a post first, habits last. */
export const HINT_KINDS = [
  'link-alone',
  'first-line',
  'about-us',
  'readability',
  'invitation',
  'capitals',
  'hashtag-words',
  'emoji',
  'link-first',
  'hashtag-count',
] as const
export type HintKind = (typeof HINT_KINDS)[number]

/** A remark about a text, complete in both languages. Never without its reason. */
export interface Hint {
  kind: HintKind
  text: Text
  why: Text
  /** Where the claim comes from: an address or a paper; null for a habit, which `why` then says. */
  source: string | null
  /** The passage it is about, as UTF-16 offsets; null for the whole text. */
  where: Stretch | null
}

/** A text that is being written, with all that a rule may look at. */
export interface Subject {
  text: string
  language: Language
  /** The company's name, as people write it. */
  brand: string
  /** Where the strictest of its networks folds a text, in UTF-16 units of this text. */
  fold: { network: string; at: number } | null
  /** Links, mentions and hashtags in their order. */
  marks: readonly Finder[]
  /** The text with those blanked out, letter for letter: offsets stay. */
  prose: string
}

export type Rule = (subject: Subject) => Hint | null
