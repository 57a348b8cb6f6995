import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { facebookApp } from '#connectors/_meta/app-steps.ts'
import { scopes } from './scopes.ts'

const docs = 'https://developers.facebook.com/documentation/instagram-platform'
const publishing = `${docs}/content-publishing`
/** Its figures are read as public code of 2026 quotes them word for word. */
const reference =
  'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media'
const read = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'instagram',
  name: 'Instagram',
  stamp: 'IG',
  description: {
    en: 'Images, carousels, reels and stories of professional accounts, comments, tags, private messages and counts.',
    fr: 'Images, carrousels, reels et stories des comptes professionnels, commentaires, identifications, messages privés et chiffres.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app: facebookApp({
      useCase: 'Manage messaging & content on Instagram',
      setUp: [
        {
          text: {
            en: 'In Use cases, Customize, choose API setup with Facebook login: with the other one, Meta lets no app delete a post.',
            fr: 'Dans Cas d’utilisation, Personnaliser, choisissez « API setup with Facebook login » : avec l’autre, Meta ne laisse aucune app supprimer une publication.',
          },
        },
      ],
      told: { object: 'Instagram', fields: ['comments', 'mentions', 'messages'] },
      scopes,
      source:
        'https://developers.facebook.com/documentation/development/create-an-app/instagram-use-case',
      date: read,
    }),
    help: {
      en: 'The account must be professional (business or creator) and linked to a Facebook page: on Instagram, Edit profile, Page. For private messages, allow access to them in its settings (Messages, Connected tools). You will be sent to Facebook to choose pages and accounts, then brought back here. Instagram fetches images by itself: this desk needs a public address in https.',
      fr: 'Le compte doit être professionnel (entreprise ou créateur) et relié à une page Facebook : sur Instagram, Modifier le profil, Page. Pour les messages privés, autorisez-en l’accès dans ses paramètres (Messages, Outils connectés). Vous serez envoyé sur Facebook pour choisir pages et comptes, puis ramené ici. Instagram vient chercher lui-même les images : ce poste doit avoir une adresse publique en https.',
    },
    helpUrl: 'https://help.instagram.com/502981923235522',
  },
  idempotency: 'two-step',
  text: {
    max: { value: 2200, source: reference, date: read },
    unit: 'characters',
    foldsAt: {
      value: 125,
      source: 'No figure from Meta: some 125 characters, as guides of the trade report',
      date: read,
    },
  },
  needsMedia: true,
  images: {
    max: { value: 10, source: reference, date: read },
    maxBytes: { value: 8_000_000, source: reference, date: read },
    types: ['image/jpeg'],
    maxAltLength: {
      value: 1000,
      source: 'No figure from Meta: what other publishing tools take (TryPost)',
      date: '2026-11-22',
    },
    ratio: { min: 0.8, max: 1.91, source: reference, date: read },
  },
  // Every video becomes a reel.
  video: {
    described: false,
    maxBytes: { value: 300_000_000, source: reference, date: read },
    types: ['video/mp4', 'video/quicktime'],
    maxSeconds: { value: 900, source: reference, date: read },
    codecs: ['avc', 'hevc'],
    maxFrameRate: { value: 60, source: reference, date: read },
    ratio: { min: 0.01, max: 10, source: reference, date: read },
  },
  follow: { thread: false, comment: true },
  options: [
    {
      name: 'form',
      label: { en: 'Shown as', fr: 'Paraît en' },
      kind: 'choice',
      choices: [
        { value: 'post', label: { en: 'Post or reel', fr: 'Publication ou reel' } },
        { value: 'story', label: { en: 'Story, for 24 hours', fr: 'Story, pendant 24 heures' } },
      ],
      default: 'post',
    },
    {
      name: 'shareToFeed',
      label: { en: 'Show a reel in the feed too', fr: 'Montrer aussi le reel dans le fil' },
      kind: 'switch',
      default: true,
    },
  ],
  forms: [
    {
      option: 'form',
      value: 'story',
      called: { en: 'a story', fr: 'une story' },
      known: {
        en: 'A story is seen for 24 hours. From here it carries one picture or one video, and neither words nor a link; 9:16 fills the screen.',
        fr: 'Une story se voit pendant 24 heures. D’ici, elle porte une image ou une vidéo, sans texte ni lien ; le format 9:16 remplit l’écran.',
      },
      words: false,
      described: false,
      comment: false,
      imagesMax: { value: 1, source: reference, date: read },
      videoMaxBytes: { value: 100_000_000, source: reference, date: read },
      videoMaxSeconds: { value: 60, source: reference, date: read },
    },
  ],
  // Meta’s pages say 100 in one place and 50 in two: people are told by the stricter. What the account has used, and may
  // use, is read before each post: Instagram’s own count and limit win.
  quotas: [
    {
      id: 'posts-day',
      what: { en: 'posts', fr: 'publications' },
      counts: { post: 1 },
      max: 50,
      window: { kind: 'rolling', seconds: 86_400 },
      source: `${docs}/instagram-graph-api/reference/ig-user/content_publishing_limit`,
      date: read,
    },
  ],
  minGapMs: 2000,
  metrics: {
    post: ['likes', 'replies', 'reposts', 'reach', 'views', 'bookmarks'],
    channel: ['followers', 'following', 'posts'],
  },
  docs: [
    { title: 'Content publishing', url: publishing, date: read },
    { title: 'Comment moderation', url: `${docs}/comment-moderation`, date: read },
    { title: 'Media insights', url: `${docs}/reference/instagram-media/insights`, date: read },
    {
      title: 'Replies to comments',
      url: `${docs}/instagram-graph-api/reference/ig-comment/replies`,
      date: read,
    },
    { title: 'Containers and their media', url: reference, date: read },
  ],
}
