import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { facebookApp } from '#connectors/_meta/app-steps.ts'
import { scopes } from './scopes.ts'

const docs = 'https://developers.facebook.com/docs'
const pages = 'https://developers.facebook.com/documentation/pages-api'
const read = '2026-11-25'
/** Meta’s guide of videos was not at hand: to be read again there. */
const inOneRequest =
  'What Facebook is known to take in one request: 1 GB, 20 minutes (to be checked: developers.facebook.com/docs/video-api/guides/publishing)'

export const manifest: ManifestInput = {
  id: 'facebook',
  name: 'Facebook',
  stamp: 'FB',
  description: {
    en: 'Posts, photos and videos of your pages, comments, Messenger and counts.',
    fr: 'Publications, photos et vidéos de vos pages, commentaires, Messenger et chiffres.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app: facebookApp({
      useCase: 'Manage everything on your Page',
      told: { object: 'Page', fields: ['feed', 'messages'] },
      scopes,
      source: `${pages}/create-an-app`,
      date: read,
    }),
    help: {
      en: 'You will be sent to Facebook to choose the pages that Vigie may work for, then brought back here to say which to connect. You need a role on the page that lets you publish and answer. Vigie never sees your password.',
      fr: 'Vous serez envoyé sur Facebook pour choisir les pages confiées à Vigie, puis ramené ici pour dire lesquelles connecter. Il vous faut sur la page un rôle qui permet de publier et de répondre. Vigie ne voit jamais votre mot de passe.',
    },
    helpUrl: 'https://www.facebook.com/business/help/289207354498410',
  },
  idempotency: 'read-back',
  text: {
    max: {
      value: 63_206,
      source:
        'No figure in Meta’s reference: what the composer of Facebook takes, as other publishing tools report (Ayrshare, Postproxy)',
      date: '2026-11-22',
    },
    unit: 'characters',
    foldsAt: {
      value: 477,
      source:
        'No figure from Meta: some 477 characters, or five lines, as guides of the trade report',
      date: '2026-11-22',
    },
  },
  images: {
    max: {
      value: 10,
      source:
        'No figure in Meta’s reference: ten photos, as other publishing tools report (Ayrshare)',
      date: '2026-11-22',
    },
    maxBytes: { value: 10_000_000, source: `${docs}/page-stories-api`, date: read },
    types: ['image/jpeg', 'image/png'],
  },
  // Above one gigabyte, or twenty minutes, Meta wants the file in several pieces: not done here.
  video: {
    described: false,
    maxBytes: { value: 1_000_000_000, source: inOneRequest, date: read },
    types: ['video/mp4', 'video/quicktime'],
    maxSeconds: { value: 1200, source: inOneRequest, date: read },
  },
  follow: { thread: false, comment: true },
  linkCard: 'made-there',
  rates: [
    {
      what: {
        en: 'Requests by page: 4,800 for each person engaged',
        fr: 'Requêtes par page : 4 800 par personne qui interagit',
      },
      max: 4800,
      perSeconds: 86_400,
      source: `${docs}/graph-api/overview/rate-limiting`,
      date: read,
    },
  ],
  minGapMs: 2000,
  metrics: {
    post: ['likes', 'replies', 'reposts', 'reach', 'views', 'clicks'],
    channel: ['followers'],
  },
  docs: [
    { title: 'Pages API: posts', url: `${pages}/posts`, date: read },
    {
      title: 'Page insights, deprecated',
      url: `${pages}/platforminsights/page/deprecated-metrics`,
      date: read,
    },
    { title: 'Graph API: errors', url: `${docs}/graph-api/guides/error-handling`, date: read },
    { title: 'Graph API: versions', url: `${docs}/graph-api/changelog`, date: read },
    {
      title: 'Messenger Platform: errors',
      url: 'https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes',
      date: read,
    },
  ],
}
