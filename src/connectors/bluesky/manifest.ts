import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const lexicons = 'https://github.com/bluesky-social/atproto/tree/main/lexicons'
const rateLimits = 'https://docs.bsky.app/docs/advanced-guides/rate-limits'

type Field = ManifestInput['connect']['fields'][number]

const handle: Field = {
  name: 'handle',
  label: { en: 'Handle', fr: 'Identifiant' },
  hint: { en: 'As on your profile, without the @.', fr: 'Comme sur votre profil, sans le @.' },
  kind: 'text',
  placeholder: 'atelier-morel.bsky.social',
}

const server: Field = {
  name: 'server',
  label: { en: 'Server', fr: 'Serveur' },
  hint: {
    en: 'Leave empty unless your account lives on a server of its own.',
    fr: 'Laissez vide, sauf si votre compte vit sur un serveur à part.',
  },
  kind: 'text',
  placeholder: 'bsky.social',
  required: false,
}

export const manifest: ManifestInput = {
  id: 'bluesky',
  name: 'Bluesky',
  stamp: 'BS',
  description: {
    en: 'Posts, replies, mentions and search, on its own page or with an app password.',
    fr: 'Publications, réponses, mentions et recherche, sur sa propre page ou avec un mot de passe d’application.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: true },
  connect: {
    method: 'credentials',
    fields: [
      handle,
      {
        name: 'appPassword',
        label: { en: 'App password', fr: 'Mot de passe d’application' },
        hint: {
          en: 'Never your main password. It looks like abcd-efgh-ijkl-mnop.',
          fr: 'Jamais votre mot de passe principal. Il ressemble à abcd-efgh-ijkl-mnop.',
        },
        kind: 'password',
        placeholder: 'abcd-efgh-ijkl-mnop',
      },
      server,
    ],
    visit: {
      fields: [handle, server],
      help: {
        en: 'On the page of Bluesky you allow Vigie to publish, to remove what is published, to send images and videos, and to read what is said of it. It asks for nothing else where your server tells such rights apart.',
        fr: 'Sur la page de Bluesky, vous autorisez Vigie à publier, à retirer ce qui est publié, à envoyer images et vidéos, et à lire ce qu’on en dit. Elle ne demande rien d’autre, si votre serveur distingue ces droits.',
      },
      otherwise: { en: 'With an app password', fr: 'Avec un mot de passe d’application' },
    },
    help: {
      en: 'On Bluesky, open Settings, Privacy and security, App passwords, then create one named “Vigie”. Copy it here: it can be withdrawn at any time without changing your main password.',
      fr: 'Sur Bluesky, ouvrez Paramètres, Confidentialité et sécurité, Mots de passe d’application, puis créez-en un nommé « Vigie ». Copiez-le ici : vous pourrez le révoquer à tout moment sans changer votre mot de passe principal.',
    },
    helpUrl: 'https://bsky.app/settings/app-passwords',
  },
  idempotency: 'client-key',
  text: {
    max: { value: 300, source: `${lexicons}/app/bsky/feed/post.json`, date: '2026-08-20' },
    unit: 'graphemes',
  },
  // Three minutes is what its apps allow; the lexicon says nothing of it, so the network is left to say it.
  video: {
    maxBytes: {
      value: 300_000_000,
      source: `${lexicons}/app/bsky/embed/video.json`,
      date: '2026-08-20',
    },
    types: ['video/mp4'],
  },
  images: {
    max: { value: 4, source: `${lexicons}/app/bsky/embed/images.json`, date: '2026-08-20' },
    maxBytes: {
      value: 2_000_000,
      source: `${lexicons}/app/bsky/embed/images.json`,
      date: '2026-08-20',
    },
    types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    maxAltLength: {
      value: 2000,
      source: 'No limit in the lexicon; what Bluesky’s own app accepts (social-app, MAX_ALT_TEXT)',
      date: '2026-11-22',
    },
  },
  linkCard: 'sent-along',
  rates: [
    {
      what: { en: 'Points, a post costs 3', fr: 'Points, une publication en coûte 3' },
      max: 5000,
      perSeconds: 3600,
      source: rateLimits,
      date: '2026-11-22',
    },
    {
      what: { en: 'Points, a post costs 3', fr: 'Points, une publication en coûte 3' },
      max: 35_000,
      perSeconds: 86_400,
      source: rateLimits,
      date: '2026-11-22',
    },
    {
      what: { en: 'Requests', fr: 'Requêtes' },
      max: 3000,
      perSeconds: 300,
      source: rateLimits,
      date: '2026-11-22',
    },
  ],
  // Creating a record costs 3 points, whatever it is; reading costs none.
  quotas: [
    {
      id: 'points-hour',
      what: { en: 'points', fr: 'points' },
      counts: { post: 3, part: 3, reply: 3 },
      max: 5000,
      window: { kind: 'rolling', seconds: 3600 },
      quiet: true,
      source: rateLimits,
      date: '2026-11-22',
    },
    {
      id: 'points-day',
      what: { en: 'points', fr: 'points' },
      counts: { post: 3, part: 3, reply: 3 },
      max: 35_000,
      window: { kind: 'rolling', seconds: 86_400 },
      quiet: true,
      source: rateLimits,
      date: '2026-11-22',
    },
  ],
  // 5,000 points an hour at 3 a post: one post every 2.2 s, held in the long run.
  minGapMs: 2200,
  metrics: {
    post: ['likes', 'reposts', 'replies', 'quotes', 'bookmarks'],
    channel: ['followers', 'following', 'posts'],
  },
  docs: [
    { title: 'Lexicons', url: lexicons, date: '2026-08-20' },
    { title: 'Rate limits', url: rateLimits, date: '2026-11-22' },
    {
      title: 'Links, mentions, and rich text',
      url: 'https://docs.bsky.app/docs/advanced-guides/post-richtext',
      date: '2026-11-22',
    },
    { title: 'OAuth', url: 'https://atproto.com/specs/oauth', date: '2026-11-26' },
    { title: 'Permissions', url: 'https://atproto.com/specs/permission', date: '2026-11-26' },
    { title: 'TID', url: 'https://atproto.com/specs/tid', date: '2026-11-22' },
  ],
}
