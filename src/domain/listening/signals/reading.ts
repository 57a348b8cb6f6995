import { loadLexicon, type Lexicon } from './lexicon.ts'
import type { Reading } from './linear-model.ts'
import type { ReadLanguage } from './names.ts'
import { polarityFigures } from './polarity.ts'
import { negatedTokens } from './words/negation.ts'
import { tokensOf } from './words/tokens.ts'

/** Cuts a post and asks the lexicons of its language. */
export function readingOf(text: string, language: ReadLanguage): Reading {
  const tokens = tokensOf(text)
  const negated = negatedTokens(tokens)
  const lexicons = lexiconsOf(language)
  const polarities = new Float64Array(lexicons.length * tokens.length)
  const figures = polarityFigures(lexicons, tokens, negated, polarities)
  return { text, tokens, negated, figures, polarities }
}

/** The lexicons of a language, loaded at their first use. Their order is part of the trained models: the second
 * is the richest of each language, so that what English teaches of lexicons serves French. */
function lexiconsOf(language: ReadLanguage): readonly Lexicon[] {
  const known = loaded.get(language)
  if (known) return known
  const lexicons = files[language].map((names) => loadLexicon(names, language === 'fr'))
  loaded.set(language, lexicons)
  return lexicons
}

const loaded = new Map<ReadLanguage, readonly Lexicon[]>()
const files: Record<ReadLanguage, string[][]> = {
  fr: [['afinn-fr'], ['feelings-fr', 'spoken-fr', 'ours-fr'], ['signs']],
  en: [['afinn-en'], ['vader', 'ours-en'], ['signs']],
}
