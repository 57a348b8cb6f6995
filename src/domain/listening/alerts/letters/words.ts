import type { Text } from '#platform/text.ts'

/** The letters about alerts, complete in both languages. */

export const raised = {
  subject: {
    en: 'Alert at {company}: “{query}” is talked about more than usual',
    fr: 'Alerte chez {company} : « {query} » fait parler plus que d’habitude',
  },
  text: {
    hour: {
      en: '{count} mentions within an hour, where about {expected} were expected (an alert from {alarm} on).',
      fr: '{count} mentions en une heure, quand on en attendait environ {expected} (alerte à partir de {alarm}).',
    },
    day: {
      en: '{count} mentions since the morning, where about {expected} were expected in the whole day (an alert from {alarm} on).',
      fr: '{count} mentions depuis le début de la journée, quand on en attendait environ {expected} sur le jour entier (alerte à partir de {alarm}).',
    },
  },
} satisfies { subject: Text; text: Record<string, Text> }

export const grew = {
  subject: {
    en: 'Growing at {company}: “{query}”, {count} mentions',
    fr: 'Ça enfle chez {company} : « {query} », {count} mentions',
  },
  text: {
    hour: {
      en: 'It has doubled since you were last told: {count} mentions within an hour, where about {expected} were expected.',
      fr: 'Le nombre a doublé depuis le dernier message : {count} mentions en une heure, quand on en attendait environ {expected}.',
    },
    day: {
      en: 'It has doubled since you were last told: {count} mentions today, where about {expected} were expected.',
      fr: 'Le nombre a doublé depuis le dernier message : {count} mentions aujourd’hui, quand on en attendait environ {expected}.',
    },
  },
} satisfies { subject: Text; text: Record<string, Text> }

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
  en: 'Carried farthest by: {name} ({posts} posts)',
  fr: 'Surtout relayé par : {name} ({posts} messages)',
}
export const silent: Text = {
  en: 'Not heard for three hours or more: {sources}. A silence is not a calm.',
  fr: 'Muettes depuis trois heures ou plus : {sources}. Un silence n’est pas un calme.',
}
export const people: Text = { en: 'People to call:', fr: 'Personnes à appeler :' }
export const policy: Text = { en: 'What we agreed to do:', fr: 'Ce qu’on a convenu de faire :' }
export const open: Text = { en: 'See it and decide:\n{url}', fr: 'Pour voir et décider :\n{url}' }
