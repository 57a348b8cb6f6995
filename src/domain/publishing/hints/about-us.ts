import type { Language } from '#platform/text.ts'
import type { Hint, Subject } from './hint.ts'
import { type Word, wordsOf } from './words.ts'

const US: Record<Language, RegExp> = {
  fr: /^(?:nous|notre|nos|nôtres?|moi|mon|ma|mes|je|j’.+|m’.+|(?:qu|d|l|n)’(?:nous|notre|nos))$/u,
  en: /^(?:we|we’.+|our|ours|us|i|i’.+|my|me|mine)$/u,
}

/** French verbs in -ez speak to somebody; these are none. */
const NO_VERB = new Set(['chez', 'nez', 'assez', 'rez'])
const YOU: Record<Language, RegExp> = {
  fr: /^(?:vous|votre|vos|vôtres?|tu|toi|ton|ta|tes|te|t’.+|.*-vous|.*-toi|\p{L}{2,}ez)$/u,
  en: /^(?:you|you’.+|your|yours|yourself)$/u,
}

/** The company speaks of itself only: we, our and its name against you and your. */
export function aboutUs({ prose, language, brand }: Subject): Hint | null {
  const words = wordsOf(prose)
  const ours = words.filter(({ word }) => US[language].test(low(word)))
  const yours = words.filter(({ word }) => YOU[language].test(low(word)) && !NO_VERB.has(low(word)))
  const named = namesIn(prose, brand)
  const us = [...ours, ...named].sort((a, b) => a.start - b.start)
  if (us.length < 3 || us.length <= 3 * yours.length) return null
  const tally = tallied(us)
  const [first] = us
  return {
    kind: 'about-us',
    text: {
      en: `It speaks of you ${us.length} times (${tally}), and of the reader ${times(yours.length).en}. What is in it for them?`,
      fr: `Elle parle de vous ${us.length} fois (${tally}), et de la personne qui lit ${times(yours.length).fr}. Qu’y gagne-t-elle ?`,
    },
    why: {
      en: 'Counted: we, our, I, my and the company’s name against you and your. People follow what helps, amuses or moves them; now and then about yourself is fine.',
      fr: 'On a compté nous, notre, je, mon et le nom de l’entreprise face à vous, votre et aux verbes en -ez. On suit ce qui sert, amuse ou touche ; parler de soi de temps en temps est très bien.',
    },
    source: null,
    where: first ? { start: first.start, end: first.end } : null,
  }
}

const low = (word: string) => word.toLowerCase().replaceAll("'", '’')

function namesIn(prose: string, brand: string): Word[] {
  const name = brand.trim()
  if (name.length < 3) return []
  const found: Word[] = []
  const [hay, needle] = [prose.toLowerCase(), name.toLowerCase()]
  // A letter whose lower case is longer would shift every offset after it.
  if (hay.length !== prose.length) return []
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length))
    found.push({ word: name, start: at, end: at + needle.length })
  return found
}

/** “nous” × 3, “notre” × 2 */
function tallied(words: readonly Word[]): string {
  const counts = new Map<string, number>()
  for (const { word } of words) {
    const key = low(word) === low(word.trim()) ? word.toLowerCase() : word
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([word, count]) => `${word} × ${count}`)
    .join(', ')
}

function times(count: number) {
  if (count === 0) return { en: 'never', fr: 'jamais' }
  if (count === 1) return { en: 'once', fr: 'une fois' }
  return { en: `${count} times`, fr: `${count} fois` }
}
