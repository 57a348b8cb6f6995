import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { maxAlt, maxComment, maxImageBytes, maxText } from './limits.ts'

const code = 'https://github.com/LemmyNet/lemmy/blob/main/crates/utils/src/utils/validation.rs'
const docs = 'https://join-lemmy.org/docs/contributors/04-api.html'
const date = '2026-11-26'

export const manifest: ManifestInput = {
  id: 'lemmy',
  name: 'Lemmy',
  stamp: 'LE',
  description: {
    en: 'Posts, links and pictures in a community of any server, comments, messages, and search among everybody’s posts.',
    fr: 'Publications, liens et images dans une communauté de n’importe quel serveur, commentaires, messages, et recherche parmi les publications de tous.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: true },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'server',
        label: { en: 'Server', fr: 'Serveur' },
        kind: 'text',
        placeholder: 'jlai.lu',
      },
      {
        name: 'user',
        label: { en: 'User name or e-mail', fr: 'Nom d’utilisateur ou e-mail' },
        kind: 'text',
      },
      {
        name: 'password',
        label: { en: 'Password', fr: 'Mot de passe' },
        hint: {
          en: 'Used once, and not kept: the server gives a token.',
          fr: 'Il sert une fois et n’est pas conservé : le serveur donne un jeton.',
        },
        kind: 'password',
      },
      {
        name: 'totp',
        label: { en: 'Code of the second factor', fr: 'Code du second facteur' },
        kind: 'text',
        placeholder: '123456',
        required: false,
      },
      {
        name: 'community',
        label: { en: 'Community', fr: 'Communauté' },
        hint: {
          en: 'Where posts go. Read its rules first: many refuse companies.',
          fr: 'Là où vont les publications. Lisez d’abord ses règles : beaucoup refusent les entreprises.',
        },
        kind: 'text',
        placeholder: 'menuiserie@jlai.lu',
      },
    ],
    help: {
      en: 'The account is one of any Lemmy server; the community may be on another. For a second community, connect the same account again.',
      fr: 'Le compte est celui de n’importe quel serveur Lemmy ; la communauté peut être sur un autre. Pour une seconde communauté, connectez le même compte une autre fois.',
    },
  },
  idempotency: 'read-back',
  text: {
    max: { value: maxText, source: code, date },
    answerMax: { value: maxComment, source: code, date },
    unit: 'characters',
  },
  images: {
    max: { value: 1, source: `A post has one address. ${docs}`, date },
    maxBytes: {
      value: maxImageBytes,
      source: 'Ours: a setting of each server, told by none',
      date,
    },
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    maxAltLength: { value: maxAlt, source: code, date },
  },
  linkCard: 'made-there',
  options: [
    {
      name: 'title',
      label: { en: 'Title (the first line if empty)', fr: 'Titre (la première ligne si vide)' },
      kind: 'text',
    },
    {
      name: 'asLink',
      label: { en: 'Post the first link itself', fr: 'Publier le premier lien lui-même' },
      kind: 'switch',
      default: false,
    },
    {
      name: 'nsfw',
      label: { en: 'Not for everybody (NSFW)', fr: 'Pas pour tous (NSFW)' },
      kind: 'switch',
      default: false,
    },
  ],
  minGapMs: 2000,
  metrics: { post: ['likes', 'replies'], channel: ['posts'] },
  docs: [
    { title: 'Lemmy API', url: docs, date },
    { title: 'Limits of a text', url: code, date },
  ],
}
