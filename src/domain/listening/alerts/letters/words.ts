import type { Text } from '#platform/text.ts'
import type { Risk } from '../../signals/names.ts'
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

/** Of single posts: there is nothing usual to hold them against. */
export const raisedByPost = {
  subject: {
    en: 'Alert at {company}: a post reads like {risk}',
    fr: 'Alerte chez {company} : un message ressemble à {risk}',
  },
  text: {
    en: 'Found by “{query}”. Vigie reads words, not intentions: look at the post before you act.',
    fr: 'Trouvé par « {query} ». Vigie lit des mots, pas des intentions : regardez le message avant d’agir.',
  },
} satisfies { subject: Text; text: Text }

export const grewByPosts = {
  subject: {
    en: 'Growing at {company}: {count} posts read like {risk}',
    fr: 'Ça enfle chez {company} : {count} messages ressemblent à {risk}',
  },
  text: raisedByPost.text,
} satisfies { subject: Text; text: Text }

export const riskOf = {
  leak: { en: 'a leak of inside information', fr: 'une fuite d’informations internes' },
  impostor: { en: 'an impersonation', fr: 'une usurpation d’identité' },
  threat: { en: 'a threat or blackmail', fr: 'une menace ou un chantage' },
  boycott: { en: 'a call to boycott', fr: 'un appel au boycott' },
  safety: { en: 'a danger to people', fr: 'un danger pour des personnes' },
} satisfies Record<Risk, Text>

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
