import type { Text } from '#platform/text.ts'

/** The practice company: a small furniture shop in Lyon. */
export const shop = {
  name: 'Atelier Morel',
  handle: 'atelier.morel',
  timeZone: 'Europe/Paris',
  about: {
    en: 'Solid wood furniture, made and mended in Lyon since 1987. 24 rue des Capucins.',
    fr: 'Meubles en bois massif, faits et réparés à Lyon depuis 1987. 24 rue des Capucins.',
  } satisfies Text,
  /** Who works there, beside the person who practises. */
  colleagues: ['Sofia Benali', 'Yanis Faure'],
}

/** The two accounts, and how many followed each four months ago. */
export const accounts = [
  { flavour: 'place', followers: 2240, seed: 'atelier-morel-place' },
  { flavour: 'vitrine', followers: 1410, seed: 'atelier-morel-vitrine' },
] as const

/** What the shop listens for. */
export const savedQueries: { name: Text; expression: Text }[] = [
  {
    name: { en: 'Our name', fr: 'Notre nom' },
    expression: { en: '"atelier morel" OR morel', fr: '"atelier morel" OR morel' },
  },
  {
    name: { en: 'Looking for a table', fr: 'Cherche une table' },
    expression: {
      en: '(table OR sofa) AND (ideas OR looking)',
      fr: '(table OR canapé) AND (cherche OR idées)',
    },
  },
  {
    name: { en: 'Near us', fr: 'Près de chez nous' },
    expression: {
      en: '"cabinet maker" AND (lyon OR annecy)',
      fr: 'ébéniste AND (Villeurbanne OR Grenoble OR Lyon OR Bron)',
    },
  },
]
