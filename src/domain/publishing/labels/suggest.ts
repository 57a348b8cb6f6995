import type { Language } from '#platform/text.ts'
import { LABELS, type Label } from './api.ts'
import { languageOf } from '../hints/language-of.ts'
import { suggestAbout, type AboutSuggestion } from './about.ts'
import { englishCues } from './cues-en.ts'
import { frenchCues } from './cues-fr.ts'
import type { Experience } from './experience.ts'

/** A label, and the words that decided. */
export interface LabelSuggestion {
  label: Label
  because: string[]
  /** Those of the words that were learnt from the company's own labels. */
  learnt: string[]
}

export interface Suggestions {
  labels: LabelSuggestion[]
  about: AboutSuggestion | null
}

const ENOUGH = 2
const MOST = 2

/**
 * What a post is to its reader, by the words in it; nothing when they say too little. Each word that speaks for a
 * label counts once, a word the company itself has labelled otherwise counts no more. Pure.
 */
export function suggestLabels(
  text: string,
  { language, brand, experience }: { language: Language; brand: string; experience: Experience },
): Suggestions {
  const low = text.normalize('NFC').replaceAll("'", '’')
  const spoken = languageOf(low, language)
  const labels = LABELS.map((label) => weighed(label, low, spoken, experience))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score)
    // A label that weighs half of the first is a second thought.
    .filter(({ score }, _, [first]) => score >= (first?.score ?? 0) / 2)
    .slice(0, MOST)
    .map(({ label, because, learnt }) => ({ label, because, learnt }))
  return {
    labels,
    about: suggestAbout(low, { language: spoken, brand, labels: labels.map(({ label }) => label) }),
  }
}

function weighed(label: Label, text: string, language: Language, experience: Experience) {
  const found = new Map<string, number>()
  for (const cue of language === 'fr' ? frenchCues : englishCues) {
    if (cue.label !== label) continue
    for (const { 0: words } of text.matchAll(cue.words)) {
      const key = words.toLowerCase()
      if (!experience.against(label, key)) found.set(key, Math.max(found.get(key) ?? 0, cue.weight))
    }
  }
  const learnt = experience.wordsFor(label, text).filter((word) => !found.has(word))
  for (const word of learnt) found.set(word, ENOUGH)
  const because = [...found].sort((a, b) => b[1] - a[1]).map(([words]) => words)
  const score = [...found.values()].reduce((sum, weight) => sum + weight, 0)
  return { label, score, because: because.slice(0, 4), learnt }
}
