import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const docs = 'https://docs.discord.com/developers'
const message = `${docs}/resources/message#create-message`
const poll = `${docs}/resources/poll`
const files = `${docs}/reference#uploading-files`
const rates = `${docs}/topics/rate-limits`
const read = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'discord',
  name: 'Discord',
  stamp: 'DI',
  description: {
    en: 'Messages, pictures, videos and polls in a channel of your server, with what people answer.',
    fr: 'Messages, images, vidéos et sondages dans un salon de votre serveur, avec ce que les gens répondent.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'token',
        label: { en: 'Bot token', fr: 'Jeton du bot' },
        hint: {
          en: 'Shown once by the page Bot of your application, after Reset Token.',
          fr: 'La page Bot de votre application le montre une seule fois, après Reset Token.',
        },
        kind: 'password',
      },
      {
        name: 'channel',
        label: { en: 'Address of the channel', fr: 'Adresse du salon' },
        hint: {
          en: 'On the channel’s name: right click, Copy Link.',
          fr: 'Sur le nom du salon : clic droit, Copier le lien.',
        },
        kind: 'text',
        placeholder: 'https://discord.com/channels/…/…',
      },
    ],
    help: {
      en: 'In the Discord Developer Portal, create an application. On its page Bot, press Reset Token and copy the token, and switch on Message Content Intent so that answers can be read. On its page OAuth2, tick bot, then View Channels, Send Messages, Attach Files, Embed Links and Read Message History, and open the address it makes to invite the bot to your server.',
      fr: 'Dans le portail des développeurs de Discord, créez une application. Sur sa page Bot, cliquez sur Reset Token et copiez le jeton, puis activez Message Content Intent pour que les réponses puissent être lues. Sur sa page OAuth2, cochez bot, puis View Channels, Send Messages, Attach Files, Embed Links et Read Message History, et ouvrez l’adresse produite pour inviter le bot sur votre serveur.',
    },
    helpUrl: 'https://discord.com/developers/applications',
  },
  // `nonce` with `enforce_nonce`: the same message is given back, for “the past few minutes”.
  idempotency: 'idempotency-header',
  text: { max: { value: 2000, source: message, date: read }, unit: 'characters' },
  images: {
    // Of the OpenAPI description (`attachments`, at most ten).
    max: { value: 10, source: 'https://github.com/discord/discord-api-spec', date: read },
    maxBytes: { value: 20_971_520, source: files, date: read },
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    maxAltLength: {
      value: 1024,
      source: 'https://github.com/discord/discord-api-spec',
      date: read,
    },
  },
  video: {
    maxBytes: { value: 20_971_520, source: files, date: read },
    types: ['video/mp4', 'video/webm', 'video/quicktime'],
  },
  poll: {
    choicesMax: { value: 10, source: poll, date: read },
    choiceLength: { value: 55, source: poll, date: read },
    // In whole hours: 1 to 768.
    minutesMin: { value: 60, source: poll, date: read },
    minutesMax: { value: 46_080, source: poll, date: read },
    multiple: true,
    withImages: false,
  },
  linkCard: 'made-there',
  options: [
    {
      name: 'notify',
      label: { en: 'Who may be notified', fr: 'Qui peut être notifié' },
      kind: 'choice',
      choices: [
        { value: 'nobody', label: { en: 'Nobody', fr: 'Personne' } },
        { value: 'named', label: { en: 'People and roles named', fr: 'Personnes et rôles cités' } },
        {
          value: 'everyone',
          label: { en: 'Also @everyone and @here', fr: 'Aussi @everyone et @here' },
        },
      ],
      default: 'nobody',
    },
    {
      name: 'silent',
      label: { en: 'Without a notification', fr: 'Sans notification' },
      kind: 'switch',
      default: false,
    },
    {
      name: 'hideCards',
      label: { en: 'Links without their card', fr: 'Liens sans aperçu' },
      kind: 'switch',
      default: false,
    },
  ],
  rates: [
    {
      what: { en: 'Requests, all channels together', fr: 'Requêtes, tous salons confondus' },
      max: 50,
      perSeconds: 1,
      source: `${rates}#global-rate-limit`,
      date: read,
    },
    {
      what: {
        en: 'Requests refused (401, 403, 429) before a ban',
        fr: 'Requêtes refusées (401, 403, 429) avant un bannissement',
      },
      max: 10_000,
      perSeconds: 600,
      source: `${rates}#invalid-request-limit-aka-cloudflare-bans`,
      date: read,
    },
  ],
  minGapMs: 1000,
  metrics: { post: ['likes'], channel: ['followers'] },
  docs: [
    { title: 'Message', url: message, date: read },
    { title: 'Poll', url: poll, date: read },
    { title: 'Rate limits', url: rates, date: read },
    { title: 'Uploading files, user agent', url: files, date: read },
  ],
}
