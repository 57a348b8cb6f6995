import type { Language } from '#platform/text.ts'
import { wordsOf } from './words.ts'

/** Little words that only one of the two languages has. */
const LITTLE: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    'le la les un une des du de et est sont pour avec dans sur au aux ce cette ces que qui nous vous votre vos notre nos il elle on pas plus ne se sa son ses en par ou où mais tout tous très comme chez à ça c’est'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the a an and is are for with in of to at this these that what who we you your our it they not more be by or but all very as from on have has will can it’s how when'.split(
      ' ',
    ),
  ),
}

/**
 * The language a text is written in, by its little words.
 * @returns `otherwise` when they say nothing or are even
 */
export function languageOf(prose: string, otherwise: Language): Language {
  let balance = 0
  for (const { word } of wordsOf(prose.slice(0, 2000))) {
    const low = word.toLowerCase().replace("'", '’')
    const head = low.split('’')[0] ?? ''
    if (LITTLE.fr.has(low) || /^(?:[ldnscjmt]|qu)$/u.test(head)) balance++
    if (LITTLE.en.has(low)) balance--
    if (/[àâçéèêëîïôùûœ]/u.test(low)) balance += 0.5
  }
  if (Math.abs(balance) < 1) return otherwise
  return balance > 0 ? 'fr' : 'en'
}
