import type { ManifestInput } from '#connectors/_contract/manifest.ts'

export const manifest: ManifestInput = {
  id: 'rss',
  name: 'RSS',
  stamp: 'RS',
  description: {
    en: 'Articles of the press, of blogs and of shops, by their RSS or Atom feed.',
    fr: 'Les articles de la presse, des blogs et des boutiques, par leur flux RSS ou Atom.',
  },
  capabilities: { publish: false, inbox: false, metrics: false, listen: true },
  connect: {
    method: 'none',
    fields: [],
    help: {
      en: 'Give the address of a feed, or of a page that announces one. No account is needed.',
      fr: 'Donnez l’adresse d’un flux, ou d’une page qui en annonce un. Aucun compte n’est nécessaire.',
    },
  },
  idempotency: 'none',
  metrics: { post: [], channel: [] },
  docs: [
    {
      title: 'RSS 2.0',
      url: 'https://www.rssboard.org/rss-specification',
      date: '2026-11-22',
    },
    {
      title: 'Atom (RFC 4287)',
      url: 'https://www.rfc-editor.org/rfc/rfc4287',
      date: '2026-11-22',
    },
    {
      title: 'Conditional requests (RFC 9110, section 13)',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-13',
      date: '2026-11-22',
    },
  ],
}
