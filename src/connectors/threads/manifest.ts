import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { app } from './app.ts'

const docs = 'https://developers.facebook.com/documentation/threads'
const posts = `${docs}/posts`
const read = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'threads',
  name: 'Threads',
  stamp: 'TH',
  description: {
    en: 'Posts, threads, images, a video, polls, replies, mentions and counts.',
    fr: 'Publications, fils, images, une vidéo, sondages, réponses, mentions et chiffres.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app,
    help: {
      en: 'You will be sent to Threads to sign in and allow Vigie, then brought back here. The access lasts 60 days and is renewed by itself. Threads fetches images by itself: to send some, this desk needs a public address in https.',
      fr: 'Vous serez envoyé sur Threads pour vous identifier et autoriser Vigie, puis ramené ici. L’accès dure 60 jours et se renouvelle seul. Threads vient chercher lui-même les images : pour en envoyer, ce poste doit avoir une adresse publique en https.',
    },
    helpUrl: 'https://help.instagram.com/788669719351544',
  },
  idempotency: 'two-step',
  text: { max: { value: 500, source: posts, date: read }, unit: 'weighted' },
  images: {
    max: { value: 20, source: posts, date: read },
    maxBytes: { value: 8_000_000, source: posts, date: read },
    types: ['image/jpeg', 'image/png'],
    maxAltLength: {
      value: 1000,
      source: 'https://repliz-docs.pages.dev/tutorial/spesification/threads (Meta gives no figure)',
      date: read,
    },
    ratio: { min: 0.1, max: 10, source: posts, date: read },
  },
  video: {
    maxBytes: { value: 1_000_000_000, source: posts, date: read },
    types: ['video/mp4', 'video/quicktime'],
    maxSeconds: { value: 300, source: posts, date: read },
    codecs: ['avc', 'hevc'],
    maxFrameRate: { value: 60, source: posts, date: read },
    ratio: { min: 0.01, max: 10, source: posts, date: read },
  },
  // No duration can be given: a poll is open for a day.
  poll: {
    choicesMax: { value: 4, source: `${docs}/create-posts/polls`, date: read },
    choiceLength: { value: 25, source: `${docs}/create-posts/polls`, date: read },
    minutesMin: {
      value: 1440,
      source: 'A poll of Threads closes after 24 hours; its API takes no duration',
      date: read,
    },
    minutesMax: {
      value: 1440,
      source: 'A poll of Threads closes after 24 hours; its API takes no duration',
      date: read,
    },
    multiple: false,
    withImages: false,
  },
  linkCard: 'made-there',
  options: [
    {
      name: 'replyControl',
      label: { en: 'Who may reply', fr: 'Qui peut répondre' },
      kind: 'choice',
      choices: [
        { value: 'everyone', label: { en: 'Everyone', fr: 'Tout le monde' } },
        {
          value: 'accounts_you_follow',
          label: { en: 'Profiles you follow', fr: 'Les profils que vous suivez' },
        },
        { value: 'followers_only', label: { en: 'Followers only', fr: 'Vos abonnés seulement' } },
        {
          value: 'mentioned_only',
          label: { en: 'Mentioned profiles only', fr: 'Les profils mentionnés seulement' },
        },
      ],
      default: 'everyone',
    },
    { name: 'topicTag', label: { en: 'Topic', fr: 'Sujet' }, kind: 'text' },
  ],
  // What the account has used is read before each post: Threads’ own count and limit win.
  quotas: [
    {
      id: 'posts-day',
      what: { en: 'posts', fr: 'publications' },
      counts: { post: 1 },
      max: 250,
      window: { kind: 'rolling', seconds: 86_400 },
      source: `${docs}/overview`,
      date: read,
    },
    {
      id: 'replies-day',
      what: { en: 'replies', fr: 'réponses' },
      counts: { part: 1, reply: 1 },
      max: 1000,
      window: { kind: 'rolling', seconds: 86_400 },
      source: `${docs}/retrieve-and-manage-replies`,
      date: read,
    },
  ],
  rates: [
    {
      what: {
        en: 'Requests: 4,800 for each time something was seen, ten at least',
        fr: 'Requêtes : 4 800 pour chaque fois qu’un contenu a été vu, au moins dix',
      },
      max: 48_000,
      perSeconds: 86_400,
      source: `${docs}/overview`,
      date: read,
    },
    {
      what: { en: 'Posts deleted', fr: 'Publications supprimées' },
      max: 100,
      perSeconds: 86_400,
      source: `${docs}/posts/delete-posts`,
      date: read,
    },
  ],
  minGapMs: 2000,
  metrics: {
    post: ['likes', 'replies', 'reposts', 'quotes', 'views'],
    channel: ['followers'],
  },
  docs: [
    { title: 'Threads API: posts', url: posts, date: read },
    { title: 'Publishing', url: `${docs}/reference/publishing`, date: read },
    { title: 'Reply management', url: `${docs}/reference/reply-management`, date: read },
    { title: 'Insights', url: `${docs}/insights`, date: read },
    {
      title: 'Access tokens',
      url: `${docs}/get-started/get-access-tokens-and-permissions`,
      date: read,
    },
    {
      title: 'Troubleshooting',
      url: 'https://developers.facebook.com/docs/threads/troubleshooting',
      date: read,
    },
  ],
}
