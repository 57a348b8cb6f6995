import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { altMax, imageMaxBytes, imagesMax, noAnswers, textMax } from './limits.ts'

const read = '2026-11-25'
const docs = 'https://docs.ghost.org/admin-api'

export const manifest: ManifestInput = {
  id: 'ghost',
  name: 'Ghost',
  stamp: 'GH',
  description: {
    en: 'Posts with a title, images and tags on any Ghost site, its newsletter, and the comments of its members.',
    fr: 'Articles avec titre, images et étiquettes sur tout site Ghost, sa lettre d’information, et les commentaires de ses membres.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'site',
        label: { en: 'Address of the site', fr: 'Adresse du site' },
        hint: {
          en: 'API URL in Ghost. On Ghost(Pro), the one that ends with ghost.io.',
          fr: 'API URL dans Ghost. Sur Ghost(Pro), celle qui finit par ghost.io.',
        },
        kind: 'text',
        placeholder: 'atelier-morel.ghost.io',
      },
      {
        name: 'key',
        label: { en: 'Admin API key', fr: 'Clé Admin API' },
        kind: 'password',
      },
    ],
    help: {
      en: 'In Ghost, open Settings, then Integrations, and choose Add custom integration. Name it “Vigie” and copy here its API URL and its Admin API key.',
      fr: 'Dans Ghost, ouvrez Settings, puis Integrations, et choisissez Add custom integration. Nommez-la « Vigie » et copiez ici son API URL et sa clé Admin API.',
    },
    helpUrl: 'https://ghost.org/integrations/custom-integrations/',
  },
  idempotency: 'two-step',
  text: {
    max: {
      value: textMax,
      source: `Vigie’s own: Ghost takes 1,000,000,000 characters (${docs}/posts/overview)`,
      date: read,
    },
    unit: 'graphemes',
  },
  images: {
    max: {
      value: imagesMax,
      source: `Vigie’s own: Ghost sets none (${docs}/images/overview)`,
      date: read,
    },
    maxBytes: {
      value: imageMaxBytes,
      source: `Vigie’s own: Ghost sets none (${docs}/images/overview)`,
      date: read,
    },
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    maxAltLength: {
      value: altMax,
      source: 'https://github.com/TryGhost/Ghost core/server/data/schema/schema.js, 6.65.0',
      date: read,
    },
  },
  follow: { thread: false, comment: false },
  answeredThere: noAnswers,
  options: [
    {
      name: 'title',
      label: {
        en: 'Title (otherwise the first line of the text)',
        fr: 'Titre (sinon, la première ligne du texte)',
      },
      kind: 'text',
    },
    { name: 'excerpt', label: { en: 'Excerpt', fr: 'Extrait' }, kind: 'text' },
    { name: 'tags', label: { en: 'Tags', fr: 'Étiquettes' }, kind: 'list' },
    {
      name: 'newsletter',
      label: {
        en: 'Newsletter to send it with, by its slug (otherwise none)',
        fr: 'Lettre d’information qui l’envoie, par son slug (sinon, aucune)',
      },
      kind: 'text',
    },
  ],
  minGapMs: 1000,
  metrics: { post: ['clicks', 'likes'], channel: ['followers', 'posts'] },
  docs: [
    { title: 'Admin API', url: docs, date: read },
    { title: 'Posts', url: `${docs}/posts/overview`, date: read },
    { title: 'Images', url: `${docs}/images/overview`, date: read },
  ],
}
