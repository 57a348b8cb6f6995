import type { Text } from '#platform/text.ts'

/** What a request to a short link was. */
export const verdicts = ['human', 'preview', 'bot', 'repeat'] as const
export type Verdict = (typeof verdicts)[number]

/** Why a verdict was given. `{agent}` is filled with who asked, when known. */
export const reasons = {
  'looks-human': {
    en: 'A browser, the first time in 30 minutes',
    fr: 'Un navigateur, pour la première fois en 30 minutes',
  },
  'seen-lately': {
    en: 'The same visitor opened this link less than 30 minutes before',
    fr: 'Le même visiteur avait ouvert ce lien moins de 30 minutes avant',
  },
  prefetch: {
    en: 'A browser fetched the page ahead, in case someone would open it',
    fr: 'Un navigateur a chargé la page d’avance, au cas où quelqu’un l’ouvrirait',
  },
  'preview-fetcher': {
    en: '{agent} fetched the page to draw its preview',
    fr: '{agent} a lu la page pour en dessiner l’aperçu',
  },
  'headers-only': {
    en: 'Only the headers were asked for (HEAD): nobody saw the page',
    fr: 'Seuls les en-têtes ont été demandés (HEAD) : personne n’a vu la page',
  },
  'known-bot': {
    en: 'A program that says so ({agent})',
    fr: 'Un programme qui se présente comme tel ({agent})',
  },
  'no-user-agent': {
    en: 'No user agent: every browser sends one',
    fr: 'Pas d’agent utilisateur : tous les navigateurs en envoient un',
  },
  'not-a-browser': {
    en: 'Neither the name nor the language of a browser ({agent})',
    fr: 'Ni le nom ni la langue d’un navigateur ({agent})',
  },
  'no-browser-headers': {
    en: 'It says it is a browser, without saying what it accepts or its language, as browsers do',
    fr: 'Se présente comme un navigateur, sans indiquer ni formats ni langue acceptés, comme ils le font tous',
  },
} satisfies Record<string, Text>

export type ReasonCode = keyof typeof reasons
