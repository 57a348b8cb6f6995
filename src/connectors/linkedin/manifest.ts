import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { ayrshare, postLimits } from '#connectors/_linkedin/limits.ts'
import { app } from './app.ts'

const learn = 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management'
const polls = `${learn}/shares/poll-post-api`
const zernio =
  'https://docs.rs/crate/late/0.0.706 (LinkedInPlatformDataPoll); LinkedIn publishes none'
const date = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'linkedin',
  name: 'LinkedIn',
  stamp: 'in',
  description: {
    en: 'Posts, polls, comments, mentions and counts of the LinkedIn pages that you administer.',
    fr: 'Publications, sondages, commentaires, mentions et mesures des pages LinkedIn que vous administrez.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app,
    help: {
      en: 'Sign in to LinkedIn with the account that administers the page. You will be sent there to allow your company’s app, then choose the page here. The access lasts 60 days; LinkedIn lets only approved partners renew it without you.',
      fr: 'Identifiez-vous sur LinkedIn avec le compte qui administre la page. Vous y serez envoyé pour autoriser l’application de votre société, puis vous choisirez la page ici. L’accès dure 60 jours ; LinkedIn ne laisse que les partenaires agréés le renouveler sans vous.',
    },
    helpUrl: 'https://www.linkedin.com/help/linkedin/answer/a548360',
  },
  // LinkedIn has no key; but it refuses the same post a second time, which read-back turns into the first one.
  idempotency: 'read-back',
  ...postLimits,
  poll: {
    choicesMax: { value: 4, source: polls, date },
    choiceLength: { value: 30, source: zernio, date },
    minutesMin: { value: 1440, source: polls, date },
    minutesMax: { value: 20_160, source: polls, date },
    multiple: false,
    withImages: false,
  },
  options: [
    {
      name: 'noReshare',
      label: { en: 'Forbid reposts', fr: 'Interdire le repartage' },
      kind: 'switch',
      default: false,
    },
  ],
  rates: [
    {
      what: {
        en: 'Requests of an app in the Development tier',
        fr: 'Requêtes d’une application au niveau « Development »',
      },
      max: 500,
      perSeconds: 86_400,
      source: `${learn}/community-management-overview`,
      date,
    },
  ],
  quotas: [
    {
      id: 'posts',
      what: { en: 'posts', fr: 'publications' },
      counts: { post: 1 },
      max: 150,
      window: { kind: 'day', timeZone: 'UTC' },
      source: ayrshare,
      date,
    },
  ],
  minGapMs: 2000,
  metrics: {
    post: ['likes', 'reposts', 'replies', 'views', 'reach', 'clicks'],
    channel: ['followers'],
  },
  // “Member Social Activity”: of names and faces, that may be kept 24 hours, nothing is read at all.
  lendsSaid: {
    hours: 48,
    source: 'https://learn.microsoft.com/en-us/linkedin/marketing/data-storage-requirements',
    date,
  },
  docs: [
    { title: 'Posts API', url: `${learn}/shares/posts-api`, date },
    { title: 'Little text format', url: `${learn}/shares/little-text-format`, date },
    { title: 'Images API', url: `${learn}/shares/images-api`, date },
    { title: 'Videos API', url: `${learn}/shares/videos-api`, date },
    { title: 'Comments API', url: `${learn}/shares/comments-api`, date },
    {
      title: 'Organization Social Action Notifications',
      url: `${learn}/organizations/organization-social-action-notifications`,
      date,
    },
    {
      title: 'Organization Share Statistics',
      url: `${learn}/organizations/share-statistics`,
      date,
    },
  ],
}
