import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { app } from './app.ts'

const description = 'https://github.com/pinterest/api-description (v5/openapi.json, 5.23.0)'
const rateLimits = 'https://developers.pinterest.com/docs/reference/rate-limits/'
const ayrshare = 'https://www.ayrshare.com/docs/media-guidelines/pinterest'
const date = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'pinterest',
  name: 'Pinterest',
  stamp: 'PI',
  description: {
    en: 'Pins with one image or several, or a video, on the boards of your account, and their counts.',
    fr: 'Épingles d’une ou plusieurs images, ou d’une vidéo, sur les tableaux de votre compte, et leurs mesures.',
  },
  capabilities: { publish: true, inbox: false, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app,
    help: {
      en: 'Sign in to Pinterest in this browser with the account to connect, then come back here. You will be sent there to allow your company’s app; Vigie never sees your password.',
      fr: 'Identifiez-vous sur Pinterest dans ce navigateur avec le compte à connecter, puis revenez ici. Vous y serez envoyé pour autoriser l’application de votre société ; Vigie ne voit jamais votre mot de passe.',
    },
    helpUrl: 'https://developers.pinterest.com/docs/getting-started/',
  },
  // Pinterest has no key and refuses no duplicate: only reading back tells.
  idempotency: 'read-back',
  text: { max: { value: 800, source: description, date }, unit: 'characters' },
  needsMedia: true,
  images: {
    max: { value: 5, source: description, date },
    maxBytes: { value: 20_000_000, source: ayrshare, date },
    types: ['image/jpeg', 'image/png'],
    maxAltLength: { value: 500, source: description, date },
  },
  video: {
    maxBytes: { value: 1_000_000_000, source: ayrshare, date },
    types: ['video/mp4', 'video/quicktime'],
    maxSeconds: { value: 900, source: ayrshare, date },
    ratio: { min: 0.5, max: 1.91, source: ayrshare, date },
  },
  follow: { thread: false, comment: false },
  options: [
    { name: 'board', label: { en: 'Board', fr: 'Tableau' }, kind: 'text' },
    { name: 'title', label: { en: 'Title', fr: 'Titre' }, kind: 'text' },
    {
      name: 'link',
      label: { en: 'Where the Pin leads', fr: 'Où mène l’Épingle' },
      kind: 'text',
    },
  ],
  rates: [
    {
      what: {
        en: 'Requests of an app with “Trial access”',
        fr: 'Requêtes d’une application en « Trial access »',
      },
      max: 1000,
      perSeconds: 86_400,
      source: rateLimits,
      date,
    },
    {
      what: {
        en: 'Requests of an app with “Standard access”',
        fr: 'Requêtes d’une application en « Standard access »',
      },
      max: 100,
      perSeconds: 1,
      source: rateLimits,
      date,
    },
  ],
  minGapMs: 1000,
  metrics: {
    post: ['likes', 'replies', 'views', 'clicks'],
    channel: ['followers', 'following', 'posts'],
  },
  docs: [
    {
      title: 'Pinterest API v5, OpenAPI 5.23',
      url: 'https://github.com/pinterest/api-description',
      date,
    },
    {
      title: 'Access tiers',
      url: 'https://developers.pinterest.com/docs/key-concepts/access-tiers/',
      date,
    },
    {
      title: 'Authentication',
      url: 'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
      date,
    },
  ],
}
