import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { defaultLimits, imagesMax, textMax } from './limits.ts'

const read = '2026-11-25'
const manual = 'https://www.mediawiki.org/wiki'

/** The figures of uploads are MediaWiki's defaults; those that the wiki tells at connection win. */
export const manifest: ManifestInput = {
  id: 'mediawiki',
  name: 'MediaWiki',
  stamp: 'MW',
  description: {
    en: 'Posts as sections of a page on any wiki that runs MediaWiki, and what is said on its talk page.',
    fr: 'Publications en sections d’une page, sur tout wiki MediaWiki, et ce qui se dit en page de discussion.',
  },
  capabilities: { publish: true, inbox: true, metrics: false, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'wiki',
        label: { en: 'Address of the wiki', fr: 'Adresse du wiki' },
        hint: { en: 'That of any of its pages.', fr: 'Celle de n’importe laquelle de ses pages.' },
        kind: 'text',
        placeholder: 'wiki.atelier-morel.fr',
      },
      {
        name: 'login',
        label: { en: 'Login of the bot password', fr: 'Identifiant du mot de passe de robot' },
        kind: 'text',
        placeholder: 'Camille@vigie',
      },
      {
        name: 'password',
        label: { en: 'Bot password', fr: 'Mot de passe de robot' },
        kind: 'password',
      },
      {
        name: 'page',
        label: { en: 'Page where posts go', fr: 'Page où vont les publications' },
        hint: {
          en: 'Each post can name another. It is created when it does not exist.',
          fr: 'Chaque publication peut en nommer une autre. Elle est créée si elle n’existe pas.',
        },
        kind: 'text',
        placeholder: 'Actualités',
      },
    ],
    help: {
      en: 'On the wiki, open Special:BotPasswords, type “vigie” and choose Create. Tick “Edit existing pages”, “Create, edit, and move pages”, “Upload new files”, “View your watchlist” and “Edit your watchlist”. Copy here the login and the password that are shown: they are shown once.',
      fr: 'Sur le wiki, ouvrez Spécial:Mots de passe de robots, saisissez « vigie » et choisissez Créer. Cochez « Modifier des pages existantes », « Créer, modifier et déplacer des pages », « Téléverser de nouveaux fichiers », « Afficher votre liste de suivi » et « Modifier votre liste de suivi ». Copiez ici l’identifiant et le mot de passe affichés : ils ne le sont qu’une fois.',
    },
    helpUrl: `${manual}/Manual:Bot_passwords`,
  },
  idempotency: 'read-back',
  text: {
    max: {
      value: textMax,
      source: `Vigie’s own: MediaWiki limits whole pages (${manual}/Manual:$wgMaxArticleSize)`,
      date: read,
    },
    unit: 'graphemes',
  },
  images: {
    max: {
      value: imagesMax,
      source: `Vigie’s own: MediaWiki sets none (${manual}/API:Upload)`,
      date: read,
    },
    maxBytes: {
      value: defaultLimits.imageMaxBytes,
      source: `${manual}/Manual:$wgMaxUploadSize`,
      date: read,
    },
    types: defaultLimits.imageTypes,
  },
  follow: { thread: false, comment: true },
  options: [
    {
      name: 'title',
      label: {
        en: 'Title of the section (otherwise the first line of the text)',
        fr: 'Titre de la section (sinon, la première ligne du texte)',
      },
      kind: 'text',
    },
    {
      name: 'page',
      label: {
        en: 'Page of the wiki (otherwise that of the account)',
        fr: 'Page du wiki (sinon, celle du compte)',
      },
      kind: 'text',
    },
  ],
  minGapMs: 1000,
  metrics: { post: [], channel: [] },
  docs: [
    { title: 'API:Edit', url: `${manual}/API:Edit`, date: read },
    { title: 'API:Login', url: `${manual}/API:Login`, date: read },
    { title: 'API:Watchlist', url: `${manual}/API:Watchlist`, date: read },
    { title: 'API:Usercontribs', url: `${manual}/API:Usercontribs`, date: read },
    { title: 'API:Upload', url: `${manual}/API:Upload`, date: read },
  ],
}
