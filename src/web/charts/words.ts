/**
 * The few words charts write by themselves. Plain data rather than catalogs: a chart is also drawn
 * where no application runs, in a mail or a report.
 */
const WORDS = {
  en: {
    table: 'Data table',
    day: 'Day',
    current: 'This period',
    previous: 'Period before',
    missing: 'no data',
    low: 'Low',
    mid: 'Most likely',
    high: 'High',
    highest: 'Highest',
    value: 'Value',
    name: 'Name',
  },
  fr: {
    table: 'Tableau des données',
    day: 'Jour',
    current: 'Cette période',
    previous: 'Période précédente',
    missing: 'pas de données',
    low: 'Bas',
    mid: 'Le plus probable',
    high: 'Haut',
    highest: 'Maximum',
    value: 'Valeur',
    name: 'Nom',
  },
} as const

export type ChartWords = (typeof WORDS)['en' | 'fr']

export function chartWords(locale: string): ChartWords {
  return locale.startsWith('fr') ? WORDS.fr : WORDS.en
}
