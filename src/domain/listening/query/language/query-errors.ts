import type { Text } from '#platform/text.ts'
import type { Stretch } from '../engine/index.ts'

/** Why an expression cannot be saved, and the place to look at. */
export interface QueryError {
  code: QueryErrorCode
  at: Stretch
  message: Text
}

export type QueryErrorCode = keyof typeof sentences

/**
 * The longest expression, in UTF-16 units; the most groups of words, and with those of named queries included; the
 * deepest nesting; the most that its NEARs may cost (see `nearCost`). That is ten NEARs in a row or a thousand pairs
 * apart; at worst, in 660 words that are all looked for, 25 to 60 ms were measured on one shared core.
 */
export const limits = { length: 10_000, words: 600, wordsInAll: 3_000, depth: 30, near: 4_000 }

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
    en: 'Put the minus sign right before the word it excludes: -table.',
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
    en: 'Write at least two letters before the star or the question mark.',
    fr: 'Écrivez au moins deux lettres avant l’étoile ou le point d’interrogation.',
  },
  'only-not': {
    en: 'This would find almost everything. Add a word that must be there.',
    fr: 'Ceci trouverait presque tout ce qui s’écrit. Ajoutez un mot qui doit y figurer.',
  },
  'only-filter': {
    en: 'On its own, this would find almost everything. Add a word, an author or a whole site name.',
    fr: 'Ceci seul trouverait presque tout ce qui s’écrit. Ajoutez un mot, un auteur ou le nom entier d’un site.',
  },
  'unclosed-brace': {
    en: 'This brace is never closed. {Lyre} finds Lyre and not lyre.',
    fr: 'Cette accolade n’est jamais fermée. {Lyre} trouve Lyre et non lyre.',
  },
  'unclosed-comment': {
    en: 'This comment is never closed: /* like this */.',
    fr: 'Ce commentaire n’est jamais fermé : /* comme ceci */.',
  },
  'bad-distance': {
    en: 'Write how many words may come between, from 0 to 100: NEAR/5, "oak table"~3.',
    fr: 'Écrivez combien de mots peuvent séparer, de 0 à 100 : NEAR/5, "table chêne"~3.',
  },
  'near-operand': {
    en: 'NEAR joins words, phrases, or a choice of them in parentheses: (oak OR ash) NEAR/3 table.',
    fr: 'NEAR relie des mots, des expressions, ou un choix entre parenthèses : (chêne OR frêne) NEAR/3 table.',
  },
  'too-many-near': {
    en: 'This NEAR is one too many: at most ten can follow one another. Split the query in two, or use ONEAR.',
    fr: 'Ce NEAR est de trop : dix au plus peuvent se suivre. Partagez la requête en deux, ou employez ONEAR.',
  },
  'empty-field': {
    en: 'Write what is looked for right after the colon: author:morel, author:"Atelier Morel".',
    fr: 'Écrivez ce qui est cherché juste après les deux-points : author:morel, author:"Atelier Morel".',
  },
  'bad-site': {
    en: 'A site is written by its name: site:lemonde.fr, or site:*.fr for all those ending in .fr. A star may only come first.',
    fr: 'Un site s’écrit par son nom : site:lemonde.fr, ou site:*.fr pour tous ceux qui finissent ainsi. L’étoile ne vient qu’en tête.',
  },
  'bad-language': {
    en: 'Write a language as its code: lang:fr, lang:en, lang:pt-br.',
    fr: 'Une langue s’écrit par son code : lang:fr, lang:en, lang:pt-br.',
  },
  'bad-presence': {
    en: 'You can use has:image or has:link.',
    fr: 'On peut demander has:image ou has:link.',
  },
  'bad-followers': {
    en: 'A number of followers is written followers:>1000, followers:<500 or followers:1k..10k.',
    fr: 'Un nombre d’abonnés s’écrit followers:>1000, followers:<500 ou followers:1k..10k.',
  },
  'bad-date': {
    en: 'A date is written date:2026-11-26, date:>2026-11-01 or date:2026-11-01..2026-11-30.',
    fr: 'Une date s’écrit date:2026-11-26, date:>2026-11-01 ou date:2026-11-01..2026-11-30.',
  },
  'named-unknown': {
    en: 'No saved query has this name.',
    fr: 'Aucune requête enregistrée ne porte ce nom.',
  },
  'named-twice': {
    en: 'Several saved queries have this name. Rename one of them.',
    fr: 'Plusieurs requêtes enregistrées portent ce nom. Renommez-en une.',
  },
  'named-cycle': {
    en: 'This query would contain itself.',
    fr: 'Cette requête se contiendrait elle-même, et sa lecture ne finirait jamais.',
  },
  'named-unreadable': {
    en: 'The query with this name cannot be read. Correct it first.',
    fr: 'La requête de ce nom ne se lit pas. Corrigez-la d’abord.',
  },
} satisfies Record<string, Text>
