import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const docs = 'https://docs.slack.dev'
const upload = `${docs}/reference/methods/files.getUploadURLExternal`
const rates = `${docs}/apis/web-api/rate-limits`
const longMessages = 'https://api.slack.com/changelog/2018-04-truncating-really-long-messages'
const read = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'slack',
  name: 'Slack',
  stamp: 'SL',
  description: {
    en: 'Messages and pictures in a channel of your workspace, with what people answer in their threads.',
    fr: 'Messages et images dans un canal de votre espace de travail, avec ce que les gens répondent dans leurs fils.',
  },
  capabilities: { publish: true, inbox: true, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'token',
        label: { en: 'Bot User OAuth Token', fr: 'Bot User OAuth Token' },
        hint: {
          en: 'On the page OAuth & Permissions of your app. It begins with xoxb-.',
          fr: 'Sur la page OAuth & Permissions de votre application. Il commence par xoxb-.',
        },
        kind: 'password',
        placeholder: 'xoxb-…',
      },
      {
        name: 'channel',
        label: { en: 'Link of the channel', fr: 'Lien du canal' },
        hint: {
          en: 'Right click on its name, Copy, Copy link.',
          fr: 'Clic droit sur son nom, Copier, Copier le lien.',
        },
        kind: 'text',
        placeholder: 'https://….slack.com/archives/C…',
      },
    ],
    app: {
      fields: [
        {
          name: 'signingSecret',
          label: { en: 'Signing Secret', fr: 'Signing Secret' },
          kind: 'password',
          required: false,
        },
      ],
      steps: [
        {
          text: {
            en: 'On the page Basic Information of your app, under App Credentials, copy the Signing Secret (Show) here and save it: without it, Slack’s first call is refused.',
            fr: 'Sur la page Basic Information de votre application, dans App Credentials, copiez ici le Signing Secret (Show) et enregistrez-le : sans lui, le premier appel de Slack est refusé.',
          },
          url: 'https://api.slack.com/apps',
        },
        {
          text: {
            en: 'On the page Event Subscriptions, turn on Enable Events and copy {webhookUri} into Request URL. Slack writes Verified beside it. This desk needs a public address in https.',
            fr: 'Sur la page Event Subscriptions, activez Enable Events et copiez {webhookUri} dans Request URL. Slack écrit Verified à côté. Ce poste doit avoir une adresse publique en https.',
          },
        },
        {
          text: {
            en: 'Under Subscribe to bot events, click Add Bot User Event and add message.channels (for a private channel, message.groups). Click Save Changes, then Reinstall to Workspace if Slack asks for it.',
            fr: 'Dans Subscribe to bot events, cliquez sur Add Bot User Event et ajoutez message.channels (pour un canal privé, message.groups). Cliquez sur Save Changes, puis sur Reinstall to Workspace si Slack le demande.',
          },
        },
      ],
      source: `${docs}/apis/events-api`,
      date: read,
    },
    help: {
      en: 'On api.slack.com/apps, press Create New App, From scratch. On its page OAuth & Permissions, add the Bot Token Scopes chat:write, channels:read, channels:history, reactions:read, users:read, files:read and files:write (for a private channel, groups:read and groups:history too), then press Install to Workspace. In the channel, write /invite and the name of the app.',
      fr: 'Sur api.slack.com/apps, cliquez sur Create New App, From scratch. Sur sa page OAuth & Permissions, ajoutez les Bot Token Scopes chat:write, channels:read, channels:history, reactions:read, users:read, files:read et files:write (pour un canal privé, aussi groups:read et groups:history), puis cliquez sur Install to Workspace. Dans le canal, écrivez /invite et le nom de l’application.',
    },
    helpUrl: 'https://api.slack.com/apps',
  },
  // No key is documented; the delivery's id travels in the message's metadata and is read back.
  idempotency: 'read-back',
  // Longer messages “may find” themselves “automatically broken into multiple messages”.
  text: { max: { value: 4000, source: longMessages, date: read }, unit: 'characters' },
  images: {
    max: {
      value: 10,
      source: `${docs}/reference/block-kit/blocks (50 blocks a message; ten is our own)`,
      date: read,
    },
    maxBytes: { value: 10_000_000, source: `${upload} (no figure there: our own)`, date: read },
    types: ['image/jpeg', 'image/png', 'image/gif'],
    // `alt_txt_too_large`: 1,000 for the file; the block would take 2,000.
    maxAltLength: { value: 1000, source: upload, date: read },
  },
  linkCard: 'made-there',
  options: [
    {
      name: 'hideCards',
      label: { en: 'Links without their card', fr: 'Liens sans aperçu' },
      kind: 'switch',
      default: false,
    },
  ],
  rates: [
    {
      what: { en: 'Messages in one channel', fr: 'Messages dans un même canal' },
      max: 1,
      perSeconds: 1,
      source: rates,
      date: read,
    },
    {
      what: { en: 'Pages of history, of replies', fr: 'Pages d’historique, de réponses' },
      max: 50,
      perSeconds: 60,
      source: rates,
      date: read,
    },
  ],
  minGapMs: 1000,
  metrics: { post: ['likes', 'replies'], channel: ['followers'] },
  docs: [
    { title: 'chat.postMessage', url: `${docs}/reference/methods/chat.postMessage`, date: read },
    {
      title: 'files.completeUploadExternal',
      url: `${docs}/reference/methods/files.completeUploadExternal`,
      date: read,
    },
    {
      title: 'Slack file object, image block',
      url: `${docs}/reference/block-kit/composition-objects/slack-file-object`,
      date: read,
    },
    { title: 'Message metadata', url: `${docs}/messaging/message-metadata`, date: read },
    { title: 'Rate limits', url: rates, date: read },
  ],
}
