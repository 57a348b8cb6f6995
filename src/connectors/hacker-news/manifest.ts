import type { ManifestInput } from '#connectors/_contract/manifest.ts'

export const manifest: ManifestInput = {
  id: 'hacker-news',
  name: 'Hacker News',
  stamp: 'HN',
  description: {
    en: 'Stories and comments of Hacker News, searched for the words of your queries.',
    fr: 'Les articles et commentaires de Hacker News, cherchés par les mots de vos requêtes.',
  },
  capabilities: { publish: false, inbox: false, metrics: false, listen: true },
  connect: {
    method: 'none',
    fields: [],
    help: {
      en: 'Searched every few minutes, a week back at first. No account is needed.',
      fr: 'La recherche passe toutes les quelques minutes, et remonte d’abord une semaine en arrière. Aucun compte n’est nécessaire.',
    },
  },
  idempotency: 'none',
  metrics: { post: [], channel: [] },
  docs: [
    {
      title: 'HN Search API, by Algolia',
      url: 'https://hn.algolia.com/api',
      date: '2026-11-26',
    },
    {
      title: 'The API limits number of hits to 1000 (algolia/hn-search, issue 230)',
      url: 'https://github.com/algolia/hn-search/issues/230',
      date: '2026-11-26',
    },
  ],
}
