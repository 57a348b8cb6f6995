import type { ManifestInput } from '#connectors/_contract/manifest.ts'

// Replace every source by the page where you read the figure, and its date by the day you read it.
const limits = 'https://docs.example/limits'
const read = '2026-01-01'

export const manifest: ManifestInput = {
  id: 'new-network',
  name: 'New Network',
  stamp: 'NN',
  description: {
    en: 'What Vigie does with New Network, in one sentence.',
    fr: 'Ce que Vigie fait avec New Network, en une phrase.',
  },
  // Say false for what the network cannot do, and remove the file.
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'token',
        label: { en: 'Access token', fr: 'Jeton d’accès' },
        kind: 'password',
      },
    ],
    help: {
      en: 'Where a person finds what this form asks.',
      fr: 'Où l’on trouve ce que ce formulaire demande.',
    },
  },
  // How is a second post prevented? docs/connectors.md, “Once, and only once”.
  idempotency: 'read-back',
  text: { max: { value: 500, source: limits, date: read }, unit: 'graphemes' },
  images: {
    max: { value: 4, source: limits, date: read },
    maxBytes: { value: 5_000_000, source: limits, date: read },
    types: ['image/jpeg', 'image/png'],
  },
  metrics: { post: ['likes'], channel: ['followers'] },
  docs: [{ title: 'API', url: 'https://docs.example/', date: read }],
}
