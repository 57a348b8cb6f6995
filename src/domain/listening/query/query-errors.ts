import type { Text } from '#platform/text.ts'
import type { Stretch } from './query.ts'

/** Why an expression cannot be saved, and the place to look at. */
export interface QueryError {
  code: QueryErrorCode
  at: Stretch
  message: Text
}

export type QueryErrorCode = keyof typeof sentences

/** The longest expression, in UTF-16 units; the most groups of words; the deepest nesting. */
export const limits = { length: 4_000, words: 300, depth: 30 }

export function queryError(code: QueryErrorCode, at: Stretch): QueryError {
  return { code, at, message: sentences[code] }
}

const sentences = {
  empty: {
    en: 'Write at least one word to look for.',
    fr: 'Écrivez au moins un mot à chercher.',
  },
  'too-long': {
    en: `A query may hold ${limits.length} characters. Split this one in two.`,
    fr: `Une requête compte ${limits.length} caractères au plus. Partagez celle-ci en deux.`,
  },
  'too-many-words': {
    en: `A query may hold ${limits.words} words or phrases. Split this one in two.`,
    fr: `Une requête compte ${limits.words} mots ou expressions au plus. Partagez celle-ci en deux.`,
  },
  'too-deep': {
    en: 'Too many parentheses inside one another.',
    fr: 'Trop de parenthèses imbriquées.',
  },
  'unclosed-quote': {
    en: 'This quotation mark is never closed.',
    fr: 'Ce guillemet n’est jamais fermé.',
  },
  'empty-quotes': {
    en: 'Write something between the quotation marks, or remove them.',
    fr: 'Écrivez quelque chose entre les guillemets, ou retirez-les.',
  },
  'unclosed-parenthesis': {
    en: 'This parenthesis is never closed.',
    fr: 'Cette parenthèse n’est jamais fermée.',
  },
  'unopened-parenthesis': {
    en: 'This parenthesis closes nothing.',
    fr: 'Cette parenthèse ne ferme rien.',
  },
  'empty-parentheses': {
    en: 'Write something between the parentheses, or remove them.',
    fr: 'Écrivez quelque chose entre les parenthèses, ou retirez-les.',
  },
  'missing-left': {
    en: 'This operator joins two things: write something before it.',
    fr: 'Cet opérateur relie deux éléments : écrivez quelque chose avant lui.',
  },
  'missing-right': {
    en: 'Write something after this operator.',
    fr: 'Écrivez quelque chose après cet opérateur.',
  },
  'lone-minus': {
    en: 'The minus sign touches the word that it excludes: -table.',
    fr: 'Le signe moins touche le mot qu’il exclut : -table.',
  },
  'no-word': {
    en: 'There is no word to look for here, only signs.',
    fr: 'Il n’y a ici aucun mot à chercher, seulement des signes.',
  },
  'star-place': {
    en: 'The star goes at the end of a word: chair* finds chair, chairs and chairlift.',
    fr: 'L’étoile se met à la fin d’un mot : chais* trouve chaise, chaises et chaisier.',
  },
  'short-prefix': {
    en: 'Write at least two letters before the star.',
    fr: 'Écrivez au moins deux lettres avant l’étoile.',
  },
  'only-not': {
    en: 'This would find almost everything that is written. Add a word that must be there.',
    fr: 'Ceci trouverait presque tout ce qui s’écrit. Ajoutez un mot qui doit y figurer.',
  },
} satisfies Record<string, Text>
