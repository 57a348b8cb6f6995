import type { Text } from '#platform/text.ts'
import type { Scale, Subject } from '../detector/scales.ts'

/** The letters about alerts, complete in both languages. */

export const raised = {
  subject: {
    en: 'Alert at {company}: “{query}” is talked about more than usual',
    fr: 'Alerte chez {company} : « {query} » fait parler plus que d’habitude',
  },
  text: {
    en: '{counted} {over}, where about {expected} were expected{whole} (alerts go off at {alarm}).',
    fr: '{counted} {over}, quand on en attendait environ {expected}{whole} (alerte à partir de {alarm}).',
  },
} satisfies { subject: Text; text: Text }

export const grew = {
  subject: {
    en: 'Growing at {company}: “{query}”, {counted}',
    fr: 'Ça enfle chez {company} : « {query} », {counted}',
  },
  text: {
    en: 'It has doubled since the last alert: {counted} {over}, where about {expected} were expected{whole}.',
    fr: 'Le nombre a doublé depuis le dernier message : {counted} {over}, quand on en attendait environ {expected}{whole}.',
  },
} satisfies { subject: Text; text: Text }

export const counted = {
  all: { en: '{count} mentions', fr: '{count} mentions' },
  worrying: {
    en: '{count} worrying mentions',
    fr: '{count} mentions inquiétantes',
  },
} satisfies Record<Subject, Text>

export const over = {
  minutes: { en: 'within five minutes', fr: 'en cinq minutes' },
  hour: { en: 'within an hour', fr: 'en une heure' },
  hours: { en: 'within two hours', fr: 'en deux heures' },
  day: { en: 'since the morning', fr: 'depuis le début de la journée' },
} satisfies Record<Scale, Text>
/** A day is told before it is over. */
export const wholeDay: Text = { en: ' in the whole day', fr: ' sur le jour entier' }

export const worrying: Text = {
  en: 'Worrying: their opinion is negative, or they carry a risk.',
  fr: 'Inquiétantes : leur opinion est négative, ou elles portent un risque.',
}
export const spread: Text = {
  en: 'So far: {posts} posts by {authors} authors; {lastHour} in the last hour, {hourBefore} in the one before.',
  fr: 'Jusqu’ici : {posts} messages, {authors} auteurs ; {lastHour} dans la dernière heure, {hourBefore} dans la précédente.',
}
export const terms: Text = { en: 'New words: {terms}', fr: 'Mots nouveaux : {terms}' }
export const first: Text = {
  en: 'First post, by {author}:\n“{excerpt}”\n{url}',
  fr: 'Premier message, de {author} :\n« {excerpt} »\n{url}',
}
export const amplifier: Text = {
  en: 'Biggest amplifier: {name} ({posts} posts)',
  fr: 'Surtout relayé par : {name} ({posts} messages)',
}
export const silent: Text = {
  en: 'Silent for three hours or more: {sources}. Silence does not mean calm.',
  fr: 'Muettes depuis trois heures ou plus : {sources}. Un silence n’est pas un calme.',
}
export const people: Text = { en: 'People to call:', fr: 'Personnes à appeler :' }
export const policy: Text = { en: 'What we agreed to do:', fr: 'Ce qu’on a convenu de faire :' }
export const open: Text = { en: 'See it and decide:\n{url}', fr: 'Pour voir et décider :\n{url}' }
