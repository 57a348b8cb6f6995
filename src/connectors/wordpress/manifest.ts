import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { imageMaxBytes, imagesMax, textMax } from './limits.ts'

const read = '2026-11-25'
const handbook = 'https://developer.wordpress.org/rest-api'

export const manifest: ManifestInput = {
  id: 'wordpress',
  name: 'WordPress',
  stamp: 'WP',
  description: {
    en: 'Posts with a title, images, tags and categories on any WordPress site, and its comments.',
    fr: 'Articles avec titre, images, étiquettes et catégories sur tout site WordPress, et ses commentaires.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'site',
        label: { en: 'Address of the site', fr: 'Adresse du site' },
        hint: { en: 'That of its first page.', fr: 'Celle de sa page d’accueil.' },
        kind: 'text',
        placeholder: 'www.atelier-morel.fr/journal',
      },
      {
        name: 'login',
        label: { en: 'User name', fr: 'Identifiant' },
        hint: {
          en: 'Of an Author, or of an Editor to see comments before they are approved.',
          fr: 'D’un Auteur, ou d’un Éditeur pour voir les commentaires avant leur approbation.',
        },
        kind: 'text',
      },
      {
        name: 'password',
        label: { en: 'Application password', fr: 'Mot de passe d’application' },
        kind: 'password',
        placeholder: 'xxxx xxxx xxxx xxxx xxxx xxxx',
      },
    ],
    help: {
      en: 'In the dashboard of the site, open Users, then Profile. Under Application Passwords, type “Vigie” and choose Add Application Password. Copy here what is shown: it is shown once.',
      fr: 'Dans le tableau de bord du site, ouvrez Comptes, puis Profil. Sous Mots de passe d’application, saisissez « Vigie » et choisissez Ajouter un mot de passe d’application. Copiez ici ce qui s’affiche : cela ne s’affiche qu’une fois.',
    },
    helpUrl: `${handbook}/using-the-rest-api/authentication/`,
  },
  idempotency: 'two-step',
  text: {
    max: {
      value: textMax,
      source:
        'Vigie’s own: WordPress sets none (post_content is LONGTEXT, wp-admin/includes/schema.php)',
      date: read,
    },
    unit: 'graphemes',
  },
  images: {
    max: {
      value: imagesMax,
      source: `Vigie’s own: WordPress sets none (${handbook}/reference/media/)`,
      date: read,
    },
    maxBytes: {
      value: imageMaxBytes,
      source: 'https://www.php.net/manual/en/ini.core.php#ini.upload-max-filesize',
      date: read,
    },
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  },
  follow: { thread: false, comment: true },
  options: [
    {
      name: 'title',
      label: {
        en: 'Title (otherwise the first line of the text)',
        fr: 'Titre (sinon, la première ligne du texte)',
      },
      kind: 'text',
    },
    {
      name: 'featured',
      label: {
        en: 'First image at the head of the post (featured image)',
        fr: 'Première image en tête de l’article (image mise en avant)',
      },
      kind: 'switch',
      default: true,
    },
    { name: 'excerpt', label: { en: 'Excerpt', fr: 'Extrait' }, kind: 'text' },
    {
      name: 'categories',
      label: { en: 'Categories that the site has', fr: 'Catégories existantes du site' },
      kind: 'list',
    },
    { name: 'tags', label: { en: 'Tags', fr: 'Étiquettes' }, kind: 'list' },
  ],
  minGapMs: 1000,
  metrics: { post: ['replies'], channel: ['posts'] },
  docs: [
    { title: 'Posts', url: `${handbook}/reference/posts/`, date: read },
    { title: 'Comments', url: `${handbook}/reference/comments/`, date: read },
    { title: 'Media', url: `${handbook}/reference/media/`, date: read },
    {
      title: 'Application passwords',
      url: `${handbook}/using-the-rest-api/authentication/#basic-authentication-with-application-passwords`,
      date: read,
    },
    {
      title: 'Discovery',
      url: `${handbook}/using-the-rest-api/discovery/`,
      date: read,
    },
  ],
}
