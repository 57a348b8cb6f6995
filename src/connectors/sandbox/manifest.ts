import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const own = {
  source: 'The practice network itself: src/sandbox/server/flavours.ts',
  date: '2026-11-22',
}

const poll = {
  source: 'The practice network itself: src/sandbox/server/polls.ts',
  date: '2026-11-25',
}

export const manifest: ManifestInput = {
  id: 'sandbox',
  name: 'Agora',
  stamp: 'AG',
  description: {
    en: 'A practice network inside Vigie, with an audience that likes, reshares, asks and complains.',
    fr: 'Un réseau d’entraînement dans Vigie, avec un public qui aime, partage, questionne et se plaint.',
  },
  practice: true,
  capabilities: { publish: true, inbox: true, metrics: true, listen: true },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'handle',
        label: { en: 'Handle', fr: 'Identifiant' },
        hint: {
          en: 'Yours if it is free. Add @vitrine for an account that shows images.',
          fr: 'Il est à vous s’il est libre. Ajoutez @vitrine pour un compte qui montre des images.',
        },
        kind: 'text',
        placeholder: 'atelier.morel',
      },
      {
        name: 'password',
        label: { en: 'Password', fr: 'Mot de passe' },
        hint: {
          en: 'The first one given opens the account. Do not use one that matters.',
          fr: 'Le premier donné ouvre le compte. N’utilisez pas un mot de passe important.',
        },
        kind: 'password',
      },
      {
        name: 'name',
        label: { en: 'Name', fr: 'Nom' },
        kind: 'text',
        placeholder: 'Atelier Morel',
        required: false,
      },
    ],
    help: {
      en: 'Choose any handle and password: the account is made at once, with a few hundred followers. Nothing leaves this desk.',
      fr: 'Choisissez un identifiant et un mot de passe : le compte est créé aussitôt, avec quelques centaines d’abonnés. Rien ne sort de Vigie.',
    },
  },
  idempotency: 'idempotency-header',
  text: { max: { value: 300, ...own }, unit: 'graphemes' },
  images: {
    max: { value: 4, ...own },
    maxBytes: { value: 8_000_000, ...own },
    types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    maxAltLength: { value: 1500, ...own },
  },
  poll: {
    choicesMax: { value: 4, ...poll },
    choiceLength: { value: 40, ...poll },
    minutesMin: { value: 5, ...poll },
    minutesMax: { value: 10_080, ...poll },
    multiple: false,
    withImages: true,
  },
  linkCard: 'made-there',
  video: {
    maxBytes: { value: 20_000_000, ...own },
    types: ['video/mp4', 'video/webm'],
    maxSeconds: { value: 140, ...own },
    codecs: ['avc', 'vp8', 'vp9', 'av1'],
    ratio: { min: 1 / 3, max: 3, ...own },
  },
  rates: [{ what: { en: 'Requests', fr: 'Requêtes' }, max: 300, perSeconds: 300, ...own }],
  // For practice: small enough to be met, and a price of play money, more with a link as on networks that bill.
  quotas: [
    {
      id: 'posts-day',
      what: { en: 'posts', fr: 'publications' },
      counts: { post: 1 },
      max: 25,
      window: { kind: 'day' },
      ...own,
    },
  ],
  prices: [
    {
      counts: { post: 1, part: 1 },
      amount: 0.02,
      withLink: 0.2,
      currency: 'EUR',
      ...own,
    },
  ],
  metrics: {
    post: ['likes', 'reposts', 'replies', 'views'],
    channel: ['followers', 'posts'],
  },
  docs: [],
}
