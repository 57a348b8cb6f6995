import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { docs, limits } from '#connectors/_discord/limits.ts'

const webhook = 'https://docs.discord.com/developers/resources/webhook'

export const manifest: ManifestInput = {
  id: 'discord-webhook',
  name: 'Discord (webhook)',
  stamp: 'DW',
  description: {
    en: 'Messages, pictures, videos and polls in one channel, by its webhook address: no bot to make. What people answer is not read.',
    fr: 'Messages, images, vidéos et sondages dans un salon, par son adresse de webhook : aucun bot à créer. Ce que les gens répondent n’est pas lu.',
  },
  capabilities: { publish: true, inbox: false, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'address',
        label: { en: 'Webhook address', fr: 'Adresse du webhook' },
        hint: {
          en: 'Whoever knows it can write in the channel: it is kept encrypted.',
          fr: 'Qui la connaît peut écrire dans le salon : elle est conservée chiffrée.',
        },
        kind: 'password',
        placeholder: 'https://discord.com/api/webhooks/…/…',
      },
    ],
    help: {
      en: 'On Discord, open the channel’s settings (the cog beside its name), then Integrations, Webhooks, New Webhook. Give it the name and picture of your company, then Copy Webhook URL.',
      fr: 'Sur Discord, ouvrez les paramètres du salon (la roue dentée à côté de son nom), puis Intégrations, Webhooks, Nouveau webhook. Donnez-lui le nom et l’image de votre entreprise, puis Copier l’URL du webhook.',
    },
    helpUrl: 'https://support.discord.com/hc/en-us/articles/228383668-Intro-to-Webhooks',
  },
  // Execute Webhook takes no `nonce`, and a webhook is shown a message only by its id.
  idempotency: 'none',
  ...limits,
  // A webhook answers no message, its own ones included.
  follow: { thread: false, comment: false },
  metrics: { post: ['likes'], channel: [] },
  docs: [{ title: 'Webhook', url: webhook, date: '2026-11-26' }, ...docs],
}
