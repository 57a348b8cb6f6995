import type { Text } from '#platform/text.ts'

/** The hours of the week at which the shop publishes; the last one is kept for its shelf. */
export const week = [
  { weekday: 2, time: '12:15', evergreen: false },
  { weekday: 4, time: '18:30', evergreen: false },
  { weekday: 6, time: '10:00', evergreen: false },
  { weekday: 1, time: '17:50', evergreen: true },
]

/** Said again each Saturday. */
export const openDay: Text = {
  en: 'The workshop is open today until six. Push the door, the coffee is on.',
  fr: 'L’atelier est ouvert aujourd’hui jusqu’à 18 heures. Poussez la porte, le café est prêt.',
}

/** What stays true. */
export const stays: readonly Text[] = [
  {
    en: 'Oiling a table takes five minutes: a soft cloth, a little oil, along the grain, then let it rest overnight.',
    fr: 'Huiler une table prend cinq minutes : un chiffon doux, un peu d’huile, dans le sens du fil, puis une nuit de repos.',
  },
  {
    en: 'All our oak comes from forests less than two hundred kilometres away. We can show you where.',
    fr: 'Tout notre chêne vient de forêts à moins de deux cents kilomètres. Nous pouvons vous montrer où.',
  },
]
