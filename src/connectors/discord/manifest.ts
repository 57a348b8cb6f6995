import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { docs, limits } from '#connectors/_discord/limits.ts'

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
  ...limits,
  metrics: { post: ['likes'], channel: ['followers'] },
  docs,
}
