import { bareHeading } from '#platform/files/read-table.ts'

/** What a row of a file may tell of a mention. */
export const COLUMNS = ['url', 'title', 'text', 'author', 'date', 'language', 'source'] as const
export type Column = (typeof COLUMNS)[number]

/** Where each stands in a file: the place of its heading, counted from 0; absent when nowhere. */
export type Places = Partial<Record<Column, number>>

/**
 * How the exports of other tools and spreadsheets call them, in English and in French, the likeliest first; capitals,
 * accents and blanks do not matter.
 */
const NAMES: Record<Column, readonly string[]> = {
  url: [
    'url',
    'link',
    'lien',
    'adresse',
    'address',
    'permalink',
    'permalien',
    'posturl',
    'mentionurl',
    'articleurl',
    'sourceurl',
    'pageurl',
    'urldumessage',
    'liendelamention',
  ],
  title: ['title', 'titre', 'headline', 'subject', 'objet'],
  text: [
    'fulltext',
    'texteintegral',
    'text',
    'texte',
    'content',
    'contenu',
    'message',
    'body',
    'corps',
    'snippet',
    'extrait',
    'hitsentence',
    'openingtext',
    'excerpt',
    'description',
    'mention',
    'post',
    'publication',
  ],
  author: [
    'author',
    'auteur',
    'authorname',
    'nomdelauteur',
    'fullname',
    'username',
    'utilisateur',
    'account',
    'compte',
    'influencer',
    'influenceur',
    'byline',
    'handle',
  ],
  date: [
    'date',
    'published',
    'publishedat',
    'publicationdate',
    'datedepublication',
    'publieele',
    'publiele',
    'datetime',
    'dateheure',
    'dateetheure',
    'createdat',
    'timestamp',
    'time',
    'addeddate',
    'datedajout',
  ],
  language: ['language', 'langue', 'lang', 'languagecode', 'codelangue'],
  source: [
    'source',
    'network',
    'reseau',
    'platform',
    'plateforme',
    'media',
    'sourcename',
    'nomdelasource',
    'pagetype',
    'contentsource',
    'sourcetype',
    'typedesource',
    'site',
    'domain',
    'domaine',
    'outlet',
    'publication',
  ],
}

/** Which heading of a file stands for what, each heading once. */
export function placesOf(headings: readonly string[]): Places {
  const bare = headings.map(bareHeading)
  const places: Places = {}
  for (const column of COLUMNS) {
    const taken = new Set(Object.values(places))
    for (const name of NAMES[column]) {
      const place = bare.findIndex((heading, i) => heading === name && !taken.has(i))
      if (place < 0) continue
      places[column] = place
      break
    }
  }
  return places
}
