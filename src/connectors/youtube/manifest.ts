import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { app } from './app.ts'

const date = '2026-11-25'
const videos = 'https://developers.google.com/youtube/v3/docs/videos'
const insert = `${videos}/insert`
const quota = 'https://developers.google.com/youtube/v3/determine_quota_cost'

export const manifest: ManifestInput = {
  id: 'youtube',
  name: 'YouTube',
  stamp: 'YT',
  description: {
    en: 'Videos with their title, description and tags, comments under them and answers, and their counts.',
    fr: 'Vidéos avec leur titre, leur description et leurs mots-clés, commentaires et réponses, et leurs chiffres.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app,
    help: {
      en: 'You will be sent to Google to sign in, choose the channel and allow your company’s app, then brought back here. As long as Google has not audited the app, every video that it sends stays private.',
      fr: 'Vous serez envoyé chez Google pour vous identifier, choisir la chaîne et autoriser l’application de votre société, puis ramené ici. Tant que Google n’a pas audité l’application, toute vidéo qu’elle envoie reste privée.',
    },
    helpUrl: 'https://developers.google.com/youtube/v3/getting-started',
  },
  // The address of an upload is kept, and tells whether it was finished; failing that, the channel’s uploads are read.
  idempotency: 'read-back',
  text: { max: { value: 5000, source: videos, date }, unit: 'bytes' },
  needsMedia: true,
  video: {
    described: false,
    maxBytes: { value: 274_877_906_944, source: insert, date },
    types: ['video/mp4', 'video/quicktime', 'video/webm'],
  },
  follow: { thread: false, comment: true },
  options: [
    { name: 'title', label: { en: 'Title', fr: 'Titre' }, kind: 'text' },
    { name: 'tags', label: { en: 'Tags', fr: 'Mots-clés' }, kind: 'list' },
    {
      name: 'privacy',
      label: {
        en: 'Who sees it (private, whatever is chosen, until Google has audited the app)',
        fr: 'Qui la voit (privée, quoi qu’on choisisse, tant que Google n’a pas audité l’application)',
      },
      kind: 'choice',
      choices: [
        { value: 'public', label: { en: 'Everybody', fr: 'Tout le monde' } },
        { value: 'unlisted', label: { en: 'Those who have the link', fr: 'Ceux qui ont le lien' } },
        { value: 'private', label: { en: 'The channel alone', fr: 'La chaîne seule' } },
      ],
      default: 'public',
    },
    {
      name: 'forKids',
      label: { en: 'Made for kids', fr: 'Conçue pour les enfants' },
      kind: 'switch',
      default: false,
    },
  ],
  rates: [
    {
      what: {
        en: 'Units of the project for all but uploads and searches (an answer is 50)',
        fr: 'Unités du projet hors envois et recherches (une réponse en vaut 50)',
      },
      max: 10_000,
      perSeconds: 86_400,
      source: quota,
      date,
    },
  ],
  quotas: [
    {
      id: 'uploads',
      what: { en: 'videos of the project', fr: 'vidéos du projet' },
      counts: { post: 1 },
      max: 100,
      window: { kind: 'day', timeZone: 'America/Los_Angeles' },
      source: quota,
      date,
    },
  ],
  minGapMs: 1000,
  metrics: { post: ['likes', 'replies', 'views'], channel: ['followers', 'posts'] },
  docs: [
    { title: 'Videos: insert', url: insert, date },
    {
      title: 'Resumable uploads',
      url: 'https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol',
      date,
    },
    { title: 'Quota costs', url: quota, date },
    {
      title: 'Quota and compliance audits',
      url: 'https://developers.google.com/youtube/v3/guides/quota_and_compliance_audits',
      date,
    },
  ],
}
