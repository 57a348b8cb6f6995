import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const date = '2026-11-26'

export const manifest: ManifestInput = {
  id: 'gdelt',
  name: 'GDELT',
  stamp: 'GD',
  description: {
    en: 'News articles of the whole world, searched for the words of your queries.',
    fr: 'La presse en ligne du monde entier, cherchée par les mots de vos requêtes.',
  },
  capabilities: { publish: false, inbox: false, metrics: false, listen: true },
  connect: {
    method: 'none',
    fields: [],
    help: {
      en: 'GDELT indexes the press of the world every quarter of an hour, in 65 languages. It gives titles, not articles: an article that holds your words is kept though its title does not. Searches are made one by one, a few every quarter of an hour, a week back at first. No account is needed.',
      fr: 'GDELT indexe la presse du monde tous les quarts d’heure, en 65 langues. Il donne les titres, pas les articles : un article qui contient vos mots est gardé même si son titre ne les contient pas. Les recherches passent une à une, quelques-unes par quart d’heure, et remontent d’abord une semaine en arrière. Aucun compte n’est nécessaire.',
    },
  },
  idempotency: 'none',
  metrics: { post: [], channel: [] },
  docs: [
    {
      title: 'GDELT DOC 2.0 API Debuts!',
      url: 'https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/',
      date,
    },
    {
      title: 'GDELT 429s are supply-side load shedding (koala73/worldmonitor, issue 5843)',
      url: 'https://github.com/koala73/worldmonitor/issues/5843',
      date,
    },
  ],
}
