import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { app } from './app.ts'

const date = '2026-11-25'
const limits = 'https://developers.google.com/my-business/content/limits'
const localPosts =
  'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts'
const reviews =
  'https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews'
/** Google’s own pages give no figure for posts: these are of who publishes there for others. */
const postproxy = 'https://postproxy.dev/reference/platforms/google-business/'
const zernio = 'https://docs.zernio.com/platforms/google-business/reference'

export const manifest: ManifestInput = {
  id: 'google-business',
  name: 'Google Business',
  stamp: 'GB',
  description: {
    en: 'Posts of your locations on Google Search and Maps, with one photo, as news, event or offer; their reviews, and answers to them.',
    fr: 'Posts de vos établissements sur la recherche Google et Maps, avec une photo, en nouveauté, événement ou offre ; leurs avis, et vos réponses.',
  },
  capabilities: { publish: true, inbox: true, metrics: false, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app,
    help: {
      en: 'You will be sent to Google to sign in with an account that manages your locations and to allow your company’s app, then choose which locations to connect. Google fetches photos by itself: to send some, this desk needs a public address in https.',
      fr: 'Vous serez envoyé chez Google pour vous identifier avec un compte qui gère vos établissements et autoriser l’application de votre société, puis vous choisirez lesquels connecter. Google vient chercher lui-même les photos : pour en envoyer, ce poste doit avoir une adresse publique en https.',
    },
    helpUrl: 'https://developers.google.com/my-business/content/prereqs',
  },
  // Google has no key and refuses no duplicate: only reading back tells.
  idempotency: 'read-back',
  text: {
    max: { value: 1500, source: postproxy, date },
    // In bytes, which the answer itself is held to when it leaves.
    answerMax: { value: 4096, source: reviews, date },
    unit: 'characters',
  },
  images: {
    max: { value: 1, source: zernio, date },
    maxBytes: { value: 5_000_000, source: zernio, date },
    types: ['image/jpeg', 'image/png'],
    described: false,
  },
  follow: { thread: false, comment: false },
  options: [
    {
      name: 'kind',
      label: { en: 'What it is', fr: 'Ce que c’est' },
      kind: 'choice',
      choices: [
        { value: 'STANDARD', label: { en: 'News', fr: 'Nouveauté' } },
        { value: 'EVENT', label: { en: 'Event', fr: 'Événement' } },
        { value: 'OFFER', label: { en: 'Offer', fr: 'Offre' } },
      ],
      default: 'STANDARD',
    },
    {
      name: 'title',
      label: { en: 'Title of the event or offer', fr: 'Titre de l’événement ou de l’offre' },
      kind: 'text',
    },
    {
      name: 'start',
      label: {
        en: 'Begins (2026-12-24 or 2026-12-24 18:00)',
        fr: 'Début (2026-12-24 ou 2026-12-24 18:00)',
      },
      kind: 'text',
    },
    {
      name: 'end',
      label: {
        en: 'Ends (2026-12-24 or 2026-12-24 18:00)',
        fr: 'Fin (2026-12-24 ou 2026-12-24 18:00)',
      },
      kind: 'text',
    },
    { name: 'code', label: { en: 'Code of the offer', fr: 'Code de l’offre' }, kind: 'text' },
    {
      name: 'terms',
      label: { en: 'Terms of the offer', fr: 'Conditions de l’offre' },
      kind: 'text',
    },
    {
      name: 'action',
      label: { en: 'Button', fr: 'Bouton' },
      kind: 'choice',
      choices: [
        { value: 'NONE', label: { en: 'None', fr: 'Aucun' } },
        { value: 'LEARN_MORE', label: { en: 'Learn more', fr: 'En savoir plus' } },
        { value: 'BOOK', label: { en: 'Book', fr: 'Réserver' } },
        { value: 'ORDER', label: { en: 'Order online', fr: 'Commander en ligne' } },
        { value: 'SHOP', label: { en: 'Buy', fr: 'Acheter' } },
        { value: 'SIGN_UP', label: { en: 'Sign up', fr: 'S’inscrire' } },
        { value: 'CALL', label: { en: 'Call now', fr: 'Appeler' } },
      ],
      default: 'NONE',
    },
    {
      name: 'link',
      label: {
        en: 'Address that the button or the offer opens',
        fr: 'Adresse qu’ouvre le bouton ou l’offre',
      },
      kind: 'text',
    },
  ],
  rates: [
    {
      what: { en: 'Requests of the project', fr: 'Requêtes du projet' },
      max: 300,
      perSeconds: 60,
      source: limits,
      date,
    },
  ],
  quotas: [
    {
      id: 'edits',
      what: { en: 'changes to one location', fr: 'modifications d’un établissement' },
      counts: { post: 1, reply: 1 },
      max: 10,
      window: { kind: 'rolling', seconds: 60 },
      quiet: true,
      source: limits,
      date,
    },
  ],
  minGapMs: 1000,
  metrics: { post: [], channel: [] },
  docs: [
    { title: 'Local posts, API v4', url: localPosts, date },
    {
      title: 'Work with review data',
      url: 'https://developers.google.com/my-business/content/review-data',
      date,
    },
    { title: 'Quota limits', url: limits, date },
    {
      title: 'Prerequisites',
      url: 'https://developers.google.com/my-business/content/prereqs',
      date,
    },
  ],
}
