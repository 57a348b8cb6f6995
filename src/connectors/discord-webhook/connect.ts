import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { addressOf } from '#connectors/_discord/place.ts'
import { type Webhook, webhookIn, webhookOf } from './account.ts'
import { call } from './api.ts'

export const connect: Connect = { withCredentials, check }

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const webhook = webhookIn(fields['address'] ?? '')
  if (!webhook) return rejected('address', wrongAddress)
  const described = await describe(tools, webhook)
  if (described.ok || described.failure.kind !== 'auth') return described
  return rejected('address', gone)
}

function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  return describe(tools, webhookOf(account))
}

/** What we use of a GuildIncomingWebhookResponse (Discord's OpenAPI description). */
const webhookSchema = z.object({
  /** 1: one that takes messages. */
  type: z.number(),
  name: z.string(),
  avatar: z.string().nullish(),
  channel_id: z.string().nullish(),
  guild_id: z.string().nullish(),
})

async function describe(tools: Tools, webhook: Webhook): Promise<Outcome<Connected>> {
  const answer = await call(tools, webhook, { path: '' }, webhookSchema)
  if (!answer.ok) return answer
  const { type, name, avatar, channel_id: channelId, guild_id: guildId } = answer.value
  if (type !== 1 || !channelId || !guildId) {
    return failed({ kind: 'rejected', field: 'address', reason: wrongKind, detail: `type ${type}` })
  }
  const { id } = webhook
  const settings = { guildId, channelId }
  return done({
    // A channel may have several webhooks, each an account with a name and a picture of its own.
    account: { remoteId: id, handle: name, settings, secrets: { ...webhook } },
    displayName: name,
    ...(avatar ? { avatarUrl: `https://cdn.discordapp.com/avatars/${id}/${avatar}.png` } : {}),
    profileUrl: addressOf({ settings }),
  })
}

const wrongAddress = {
  en: 'This is not the address of a webhook. On Discord, in the channel’s settings, Integrations, Webhooks: Copy Webhook URL.',
  fr: 'Ce n’est pas l’adresse d’un webhook. Sur Discord, dans les paramètres du salon, Intégrations, Webhooks : Copier l’URL du webhook.',
}

const gone = {
  en: 'Discord knows this webhook no more: it was deleted, or its address is not whole. Copy it again, or make a new one.',
  fr: 'Discord ne connaît plus ce webhook : il a été supprimé, ou l’adresse est incomplète. Copiez-la de nouveau, ou créez-en un autre.',
}

const wrongKind = {
  en: 'This webhook takes no messages of ours: make one in the settings of a text channel.',
  fr: 'Ce webhook ne prend pas nos messages : créez-en un dans les paramètres d’un salon textuel.',
}
