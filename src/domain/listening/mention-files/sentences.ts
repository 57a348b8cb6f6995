import type { Text } from '#platform/text.ts'

/** What is wrong with a file of mentions or with one of its rows. */

export const brokenTable = (line: number): Text => ({
  en: `The table cannot be read from line ${line} on: a quotation mark is open or out of place.`,
  fr: `Le tableau est illisible à partir de la ligne ${line} : un guillemet est ouvert ou mal placé.`,
})

export const nothingInIt: Text = {
  en: 'There is no row under the headings: export it again as CSV.',
  fr: 'Il n’y a aucune ligne sous les titres de colonnes : exportez-le de nouveau en CSV.',
}

export const tooMany = (most: number, count: number): Text => ({
  en: `It holds ${count} rows; ${most} can be imported at once. Split it.`,
  fr: `Il contient ${count} lignes ; ${most} peuvent être importées à la fois. Découpez-le.`,
})

export const notAnAddress = (written: string): Text =>
  written === ''
    ? { en: 'It has no address.', fr: 'Elle n’a pas d’adresse.' }
    : {
        en: `“${written.slice(0, 80)}” is not a web address.`,
        fr: `« ${written.slice(0, 80)} » n’est pas une adresse web.`,
      }

export const noWords: Text = {
  en: 'It has neither a text nor a title.',
  fr: 'Elle n’a ni texte ni titre.',
}

export const samePage = (line: number): Text => ({
  en: `The same page as line ${line}: it is taken once.`,
  fr: `La même page qu’à la ligne ${line} : elle n’est prise qu’une fois.`,
})

export const tooOld = (at: Date, since: Date): Text => ({
  en: `It was written on ${dayIn(at, 'en')}; the company keeps what was written since ${dayIn(since, 'en')} (settings, Mentions).`,
  fr: `Elle date du ${dayIn(at, 'fr')} ; l’entreprise conserve ce qui date d’après le ${dayIn(since, 'fr')} (réglages, Mentions).`,
})

export const yetToCome = (at: Date): Text => ({
  en: `It is dated ${dayIn(at, 'en')}, which is yet to come.`,
  fr: `Elle est datée du ${dayIn(at, 'fr')}, qui n’est pas encore passé.`,
})

const dayIn = (at: Date, language: 'en' | 'fr') =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at)
