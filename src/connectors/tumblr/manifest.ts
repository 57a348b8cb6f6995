import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const api = 'https://www.tumblr.com/docs/en/api/v2'
const npf = 'https://www.tumblr.com/docs/npf'
const read = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'tumblr',
  name: 'Tumblr',
  stamp: 'TU',
  description: {
    en: 'Posts with pictures, links and tags on a blog of Tumblr.',
    fr: 'Publications avec images, liens et mots-clés sur un blog Tumblr.',
  },
  // Replies can be read and not written: what cannot be answered does not come into the inbox.
  capabilities: { publish: true, inbox: false, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [
      {
        name: 'blog',
        label: { en: 'Blog', fr: 'Blog' },
        hint: {
          en: 'Its name, as in name.tumblr.com.',
          fr: 'Son nom, comme dans nom.tumblr.com.',
        },
        kind: 'text',
        placeholder: 'atelier-morel',
      },
    ],
    app: {
      fields: [
        {
          name: 'consumerKey',
          label: { en: 'OAuth Consumer Key', fr: 'OAuth Consumer Key' },
          kind: 'text',
        },
        { name: 'secretKey', label: { en: 'Secret Key', fr: 'Secret Key' }, kind: 'password' },
      ],
      steps: [
        {
          text: {
            en: 'On Tumblr, press “Register application”. Give it the name and the site of your company, and paste {redirectUri} both as “Default callback URL” and under “OAuth2 redirect URLs”.',
            fr: 'Sur Tumblr, cliquez sur « Register application ». Donnez le nom et le site de votre entreprise, et collez {redirectUri} à la fois comme « Default callback URL » et sous « OAuth2 redirect URLs ».',
          },
          url: 'https://www.tumblr.com/oauth/apps',
        },
        {
          text: {
            en: 'Copy the OAuth Consumer Key, press “Show secret key”, and copy it too.',
            fr: 'Copiez l’OAuth Consumer Key, cliquez sur « Show secret key », et copiez-la aussi.',
          },
        },
      ],
      scopes: [
        { name: 'basic', why: { en: 'To know the blogs.', fr: 'Pour connaître les blogs.' } },
        {
          name: 'write',
          why: { en: 'To publish and to delete.', fr: 'Pour publier et supprimer.' },
        },
        {
          name: 'offline_access',
          why: {
            en: 'To publish while nobody is signed in.',
            fr: 'Pour publier sans que personne soit connecté.',
          },
        },
      ],
      source: `${api}#oauth2-authorization`,
      date: read,
    },
    help: {
      en: 'Write the name of the blog. You will be sent to Tumblr to sign in and allow Vigie, then brought back here.',
      fr: 'Écrivez le nom du blog. Vous serez envoyé chez Tumblr pour vous identifier et autoriser Vigie, puis ramené ici.',
    },
  },
  idempotency: 'read-back',
  text: {
    // “In practice the total limit is probably closer to 900,000”; 4,096 for one paragraph.
    max: { value: 900_000, source: `${npf}#post-content-limits`, date: read },
    unit: 'characters',
  },
  images: {
    max: { value: 30, source: `${npf}#post-content-limits`, date: read },
    maxBytes: { value: 10_000_000, source: `${api}#photo-posts`, date: read },
    types: ['image/jpeg', 'image/png', 'image/gif'],
    maxAltLength: { value: 4096, source: `${npf}#content-block-type-image`, date: read },
  },
  // Under one's own post only a reblog can be put.
  follow: { thread: false, comment: false },
  options: [
    {
      name: 'tags',
      label: { en: 'Tags, with commas between', fr: 'Mots-clés, séparés par des virgules' },
      kind: 'text',
    },
  ],
  rates: [
    {
      what: { en: 'Requests of the app', fr: 'Requêtes de l’application' },
      max: 1000,
      perSeconds: 3600,
      source: `${api}#rate-limits`,
      date: read,
    },
    {
      what: { en: 'Requests of the app, by day', fr: 'Requêtes de l’application, par jour' },
      max: 5000,
      perSeconds: 86_400,
      source: `${api}#rate-limits`,
      date: read,
    },
  ],
  quotas: [
    {
      id: 'posts',
      what: { en: 'posts', fr: 'publications' },
      counts: { post: 1 },
      max: 250,
      // A day of Tumblr's own clock, which it does not tell: any day is within it.
      window: { kind: 'rolling', seconds: 86_400 },
      source: `${api}#rate-limits`,
      date: read,
    },
    {
      id: 'images',
      what: { en: 'images', fr: 'images' },
      counts: { image: 1 },
      max: 250,
      window: { kind: 'rolling', seconds: 86_400 },
      source: `${api}#rate-limits`,
      date: read,
    },
  ],
  minGapMs: 1000,
  metrics: { post: [], channel: ['followers'] },
  docs: [
    { title: 'Tumblr API', url: api, date: read },
    { title: 'Neue Post Format', url: npf, date: read },
  ],
}
