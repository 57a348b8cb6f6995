import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { app } from './app.ts'

const characters = 'https://docs.x.com/fundamentals/counting-characters'
const media = 'https://docs.x.com/x-api/media/quickstart/best-practices'
const description = 'https://docs.x.com/openapi.json (2.167)'
const rateLimits = 'https://docs.x.com/x-api/fundamentals/rate-limits'
const pricing = 'https://docs.x.com/x-api/getting-started/pricing'
const date = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'x',
  name: 'X',
  stamp: 'X',
  description: {
    en: 'Posts, threads, polls, mentions, answers and counts on X, through your company’s own paying app.',
    fr: 'Publications, fils, sondages, mentions, réponses et mesures sur X, par l’application payante de votre société.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app,
    help: {
      en: 'Sign in to X in this browser with the account to connect, then come back here. You will be sent to X to allow your company’s app; Vigie never sees your password.',
      fr: 'Identifiez-vous sur X dans ce navigateur avec le compte à connecter, puis revenez ici. Vous serez envoyé sur X pour autoriser l’application de votre société ; Vigie ne voit jamais votre mot de passe.',
    },
    helpUrl: 'https://docs.x.com/fundamentals/developer-apps',
  },
  // X has no key; but it refuses the same words a second time, which read-back turns into the first post.
  idempotency: 'read-back',
  text: { max: { value: 280, source: characters, date }, unit: 'weighted' },
  images: {
    max: { value: 4, source: media, date },
    maxBytes: { value: 5_000_000, source: media, date },
    types: ['image/jpeg', 'image/png', 'image/webp'],
    maxAltLength: { value: 1000, source: description, date },
  },
  video: {
    maxBytes: { value: 8_000_000_000, source: media, date },
    types: ['video/mp4', 'video/quicktime'],
    maxSeconds: { value: 1200, source: media, date },
    codecs: ['avc'],
    maxFrameRate: { value: 60, source: media, date },
    ratio: { min: 1 / 3, max: 3, source: media, date },
  },
  poll: {
    choicesMax: { value: 4, source: description, date },
    choiceLength: { value: 25, source: description, date },
    minutesMin: { value: 5, source: description, date },
    minutesMax: { value: 10_080, source: description, date },
    multiple: false,
    withImages: false,
  },
  linkCard: 'made-there',
  options: [
    {
      name: 'replies',
      label: { en: 'Who may answer', fr: 'Qui peut répondre' },
      kind: 'choice',
      choices: [
        { value: 'everyone', label: { en: 'Everybody', fr: 'Tout le monde' } },
        {
          value: 'following',
          label: { en: 'Those the account follows', fr: 'Ceux que le compte suit' },
        },
        {
          value: 'mentionedUsers',
          label: { en: 'Only those mentioned', fr: 'Seulement ceux qui sont mentionnés' },
        },
        { value: 'verified', label: { en: 'Verified accounts', fr: 'Comptes vérifiés' } },
        { value: 'subscribers', label: { en: 'Subscribers', fr: 'Abonnés payants' } },
      ],
      default: 'everyone',
    },
    {
      name: 'paidPartnership',
      label: { en: 'Paid partnership', fr: 'Partenariat rémunéré' },
      kind: 'switch',
      default: false,
    },
    {
      name: 'madeWithAi',
      label: { en: 'Pictures made by AI', fr: 'Images produites par IA' },
      kind: 'switch',
      default: false,
    },
  ],
  rates: [
    {
      what: { en: 'Posts', fr: 'Publications' },
      max: 100,
      perSeconds: 900,
      source: rateLimits,
      date,
    },
    {
      what: { en: 'Mentions read', fr: 'Lectures des mentions' },
      max: 300,
      perSeconds: 900,
      source: rateLimits,
      date,
    },
    {
      what: { en: 'Posts deleted', fr: 'Publications supprimées' },
      max: 50,
      perSeconds: 900,
      source: rateLimits,
      date,
    },
  ],
  quotas: [
    {
      id: 'posts',
      what: { en: 'posts', fr: 'publications' },
      counts: { post: 1, part: 1, reply: 1 },
      max: 100,
      window: { kind: 'rolling', seconds: 900 },
      source: rateLimits,
      date,
    },
  ],
  prices: [
    {
      counts: { post: 1, part: 1, reply: 1 },
      amount: 0.015,
      withLink: 0.2,
      currency: 'USD',
      source: pricing,
      date,
    },
    // The description of a picture is a request of its own, “Media Metadata”.
    { counts: { image: 1 }, amount: 0.005, currency: 'USD', source: pricing, date },
  ],
  minGapMs: 1000,
  metrics: {
    post: ['likes', 'reposts', 'replies', 'quotes', 'views', 'bookmarks'],
    channel: ['followers', 'following', 'posts'],
  },
  docs: [
    { title: 'X API v2, OpenAPI 2.167', url: 'https://docs.x.com/openapi.json', date },
    {
      title: 'OAuth 2.0 Authorization Code Flow with PKCE',
      url: 'https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code',
      date,
    },
    {
      title: 'Manage Posts',
      url: 'https://docs.x.com/x-api/posts/manage-tweets/introduction',
      date,
    },
    {
      title: 'Chunked media upload',
      url: 'https://docs.x.com/x-api/media/quickstart/media-upload-chunked',
      date,
    },
    { title: 'Pricing', url: pricing, date },
  ],
}
