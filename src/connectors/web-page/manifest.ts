import type { ManifestInput } from '#connectors/_contract/manifest.ts'

export const manifest: ManifestInput = {
  id: 'web-page',
  name: 'Web page',
  called: { en: 'a page without a feed', fr: 'une page sans flux' },
  stamp: 'WP',
  description: {
    en: 'A page of news, a forum, reviews: what appears on it is read twice an hour at most.',
    fr: 'Une page d’actualités, un forum, des avis : ce qui y apparaît est lu deux fois par heure au plus.',
  },
  capabilities: { publish: false, inbox: false, metrics: false, listen: true },
  connect: {
    method: 'none',
    fields: [
      {
        name: 'url',
        label: { en: 'Address', fr: 'Adresse' },
        kind: 'url',
        placeholder: 'https://forum.example/menuiserie',
      },
    ],
    help: {
      en: 'New links and changed paragraphs of the page are read, where its robots.txt lets programs in. Pages that ask for a password, or draw themselves by script, cannot be watched.',
      fr: 'Les nouveaux liens et les paragraphes modifiés de la page sont lus, là où son robots.txt laisse entrer les programmes. Les pages à mot de passe, ou qui se dessinent par script, ne peuvent pas être surveillées.',
    },
  },
  idempotency: 'none',
  metrics: { post: [], channel: [] },
  docs: [
    {
      title: 'Robots Exclusion Protocol (RFC 9309)',
      url: 'https://www.rfc-editor.org/rfc/rfc9309',
      date: '2026-11-26',
    },
    {
      title: 'Conditional requests (RFC 9110, section 13)',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-13',
      date: '2026-11-22',
    },
  ],
}
