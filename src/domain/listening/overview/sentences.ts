import type { Text } from '#platform/text.ts'

/** What the overview says of its own figures. */
export const labels = {
  mentions: { en: 'Mentions', fr: 'Mentions' },
  negative: { en: 'Negative', fr: 'Négatives' },
  positive: { en: 'Positive', fr: 'Positives' },
  unsure: { en: 'Unsure', fr: 'Incertaines' },
} satisfies Record<string, Text>

export const sources = {
  mentions: {
    en: 'Mentions found by the saved queries, by the hour they were written.',
    fr: 'Mentions trouvées par les requêtes enregistrées, à l’heure où elles ont été écrites.',
  },
  opinion: {
    en: 'Opinions read by Vigie’s own model, or set by a person who corrected it.',
    fr: 'Opinions lues par le modèle du poste, ou par une personne qui l’a corrigé.',
  },
  voices: {
    en: 'Mentions of each query over the same sources and the same days.',
    fr: 'Mentions de chaque requête, sur les mêmes sources et les mêmes jours.',
  },
} satisfies Record<string, Text>

export const denominators = {
  sure: {
    en: '{count} mentions whose opinion is read and sure.',
    fr: '{count} mentions dont l’opinion est lue et sûre.',
  },
  read: {
    en: '{count} mentions whose opinion was read.',
    fr: '{count} mentions dont l’opinion a été lue.',
  },
  voices: {
    en: 'Mentions of all the queries compared: {count}, from {sources} source(s).',
    fr: 'Mentions de toutes les requêtes comparées : {count}, venues de {sources} source(s).',
  },
} satisfies Record<string, Text>

export const gaps = {
  leftOut: {
    en: 'Dismissed mentions, and those judged off topic, are left out.',
    fr: 'Les mentions écartées et celles jugées hors sujet ne sont pas comptées.',
  },
  interval: {
    en: 'From {low} to {high} from counting chance alone (Wilson’s 95% interval).',
    fr: 'De {low} à {high} par le seul hasard du comptage (intervalle de Wilson à 95 %).',
  },
  modelError: {
    en: 'The model makes mistakes too, and no correction is made for them: on test posts (docs/models.md), about two sure answers in three were right. Trust a change more than a level.',
    fr: 'Le modèle se trompe aussi, sans correction ici : sur les messages d’essai (docs/models.md), environ deux réponses sûres sur trois étaient justes. Fiez-vous à une évolution plus qu’à un niveau.',
  },
  unsure: {
    en: 'Unsure, and left out of the share: {count}.',
    fr: 'Incertaines, hors de la part : {count}.',
  },
  unread: {
    en: 'Kept before Vigie could read an opinion: {count}.',
    fr: 'Gardées avant que le poste sache lire une opinion : {count}.',
  },
  byPerson: {
    en: 'Corrected by a person: {count}.',
    fr: 'Corrigées par une personne : {count}.',
  },
  tooFew: {
    en: 'No share is given below {fewest} mentions.',
    fr: 'Aucune part n’est donnée sous {fewest} mentions.',
  },
  both: {
    en: 'A post that names several counts for each of them.',
    fr: 'Un message qui en nomme plusieurs compte pour chacun.',
  },
  joinedLater: {
    en: 'Left out because they were not listened to over the whole period: {names}.',
    fr: 'Non comptées, faute d’avoir été écoutées sur toute la période : {names}.',
  },
  allNew: {
    en: 'No source was listened to over the whole period: all are counted, with what they still showed from earlier days.',
    fr: 'Aucune source n’a été écoutée sur toute la période : toutes sont comptées, avec ce qu’elles montraient encore des jours d’avant.',
  },
  removed: {
    en: 'What sources since removed had brought is left out.',
    fr: 'Ce qu’avaient apporté des sources retirées depuis n’est pas compté.',
  },
  youngQuery: {
    en: 'Started after the first day: {names}. What was said before may be missing.',
    fr: 'Posées après le premier jour : {names}. Ce qui s’est dit avant peut manquer.',
  },
} satisfies Record<string, Text>
