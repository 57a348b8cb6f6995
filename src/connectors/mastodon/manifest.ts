import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const instanceEntity = 'https://docs.joinmastodon.org/entities/Instance/'
const rateLimits = 'https://docs.joinmastodon.org/api/rate-limits/'
const read = '2026-11-22'
const videoRead = '2026-11-25'

/** The figures are Mastodon's defaults; those of the account's own server, read at connection, win. */
export const manifest: ManifestInput = {
  id: 'mastodon',
  name: 'Mastodon',
  stamp: 'MA',
  description: {
    en: 'Posts, polls, replies and mentions on any server of the fediverse that speaks the Mastodon API.',
    fr: 'Publications, sondages, réponses et mentions sur tout serveur du fédivers qui parle l’API de Mastodon.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: true },
  connect: {
    method: 'oauth',
    fields: [
      {
        name: 'server',
        label: { en: 'Server', fr: 'Serveur' },
        hint: {
          en: 'What follows the second @ of your handle.',
          fr: 'Ce qui suit le second @ de votre identifiant.',
        },
        kind: 'text',
        placeholder: 'mastodon.social',
      },
    ],
    help: {
      en: 'Type the address of your server. You will be sent there to sign in and allow Vigie, then brought back here. Vigie never sees your password.',
      fr: 'Saisissez l’adresse de votre serveur. Vous y serez envoyé pour vous identifier et autoriser Vigie, puis ramené ici. Vigie ne voit jamais votre mot de passe.',
    },
    helpUrl: 'https://docs.joinmastodon.org/user/signup/',
  },
  idempotency: 'idempotency-header',
  text: {
    max: { value: 500, source: instanceEntity, date: read },
    unit: 'graphemes',
  },
  images: {
    max: { value: 4, source: instanceEntity, date: read },
    maxBytes: { value: 16_777_216, source: instanceEntity, date: read },
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic', 'image/avif'],
    maxAltLength: { value: 1500, source: instanceEntity, date: read },
    maxPixels: { value: 33_177_600, source: instanceEntity, date: read },
  },
  poll: {
    choicesMax: { value: 4, source: instanceEntity, date: read },
    choiceLength: { value: 50, source: instanceEntity, date: read },
    minutesMin: { value: 5, source: instanceEntity, date: read },
    minutesMax: { value: 43_829, source: instanceEntity, date: read },
    multiple: true,
    withImages: false,
  },
  linkCard: 'made-there',
  // The server converts what it takes: any images and sound of these kinds will do.
  video: {
    maxBytes: { value: 103_809_024, source: instanceEntity, date: videoRead },
    types: ['video/mp4', 'video/webm'],
    maxPixels: { value: 8_294_400, source: instanceEntity, date: videoRead },
    maxFrameRate: { value: 120, source: instanceEntity, date: videoRead },
  },
  options: [
    {
      name: 'visibility',
      label: { en: 'Visibility', fr: 'Visibilité' },
      kind: 'choice',
      choices: [
        { value: 'public', label: { en: 'Public', fr: 'Publique' } },
        {
          value: 'unlisted',
          label: { en: 'Quiet public: off the timelines', fr: 'Publique discrète : hors des fils' },
        },
        { value: 'private', label: { en: 'Followers only', fr: 'Abonnés seulement' } },
      ],
      default: 'public',
    },
    {
      name: 'spoiler',
      label: { en: 'Content warning', fr: 'Avertissement de contenu' },
      kind: 'text',
    },
  ],
  rates: [
    {
      what: { en: 'Requests', fr: 'Requêtes' },
      max: 300,
      perSeconds: 300,
      source: rateLimits,
      date: read,
    },
    {
      what: { en: 'Images sent', fr: 'Images envoyées' },
      max: 30,
      perSeconds: 1800,
      source: rateLimits,
      date: read,
    },
    {
      what: { en: 'Posts deleted', fr: 'Publications supprimées' },
      max: 30,
      perSeconds: 1800,
      source: rateLimits,
      date: read,
    },
  ],
  // A picture is sent by itself, then described, then named by the post: three requests at most.
  quotas: [
    {
      id: 'requests',
      what: { en: 'requests', fr: 'requêtes' },
      counts: { post: 1, part: 1, reply: 1, image: 3 },
      max: 300,
      window: { kind: 'rolling', seconds: 300 },
      quiet: true,
      source: rateLimits,
      date: read,
    },
    {
      id: 'images',
      what: { en: 'images', fr: 'images' },
      counts: { image: 1 },
      max: 30,
      window: { kind: 'rolling', seconds: 1800 },
      quiet: true,
      source: rateLimits,
      date: read,
    },
  ],
  minGapMs: 1000,
  metrics: {
    post: ['likes', 'reposts', 'replies', 'quotes'],
    channel: ['followers', 'following', 'posts'],
  },
  docs: [
    { title: 'Mastodon API', url: 'https://docs.joinmastodon.org/api/', date: read },
    {
      title: 'Statuses: Idempotency-Key',
      url: 'https://docs.joinmastodon.org/methods/statuses/#create',
      date: read,
    },
    { title: 'OAuth, PKCE', url: 'https://docs.joinmastodon.org/spec/oauth/', date: read },
  ],
}
