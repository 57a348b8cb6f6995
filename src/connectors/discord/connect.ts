import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { addressOf } from '#connectors/_discord/place.ts'
import { settingsOf, tokenOf } from './account.ts'
import { call } from './api.ts'

export const connect: Connect = { withCredentials, check }

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const token = (fields['token'] ?? '').trim().replace(/^Bot\s+/i, '')
  const [, channelId] = /(\d{5,20})\/?$/.exec(fields['channel']?.trim() ?? '') ?? []
  if (!/^[\w.-]+$/.test(token)) return rejected('token', wrongToken)
  if (!channelId) return rejected('channel', wrongChannel)
  const described = await describe(tools, token, channelId)
  if (described.ok) return described
  const { failure } = described
  if (failure.kind !== 'auth') return described
  const isToken = failure.detail.startsWith('401')
  return isToken ? rejected('token', wrongToken) : rejected('channel', notInvited)
}

function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  return describe(tools, tokenOf(account), settingsOf(account).channelId)
}

const botSchema = z.object({ id: z.string(), username: z.string() })

const channelSchema = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
})

const guildSchema = z.object({ id: z.string(), name: z.string(), icon: z.string().nullish() })

/** Text, announcements, and the threads of both (`ChannelTypes` of Discord's OpenAPI description). */
const writable = [0, 5, 10, 11, 12]

async function describe(
  tools: Tools,
  token: string,
  channelId: string,
): Promise<Outcome<Connected>> {
  const bot = await call(tools, token, { path: '/users/@me' }, botSchema)
  if (!bot.ok) return bot
  const channel = await call(tools, token, { path: `/channels/${channelId}` }, channelSchema)
  if (!channel.ok) return channel
  const { type, name, guild_id } = channel.value
  if (!guild_id || !writable.includes(type)) {
    return failed({ kind: 'rejected', field: 'channel', reason: wrongKind, detail: `type ${type}` })
  }
  const guild = await call(tools, token, { path: `/guilds/${guild_id}` }, guildSchema)
  if (!guild.ok) return guild
  const settings = { guildId: guild_id, channelId, botId: bot.value.id }
  const { icon, name: server } = guild.value
  return done({
    account: {
      remoteId: channelId,
      handle: `#${name ?? channelId}`,
      settings,
      secrets: { token },
    },
    displayName: server,
    ...(icon ? { avatarUrl: `https://cdn.discordapp.com/icons/${guild_id}/${icon}.png` } : {}),
    profileUrl: addressOf({ settings }),
  })
}

const wrongToken = {
  en: 'Discord knows no bot with this token. On the page Bot of your application, press Reset Token and copy the new one.',
  fr: 'Discord ne connaît pas de bot avec ce jeton. Sur la page Bot de votre application, cliquez sur Reset Token et copiez le nouveau.',
}

const wrongChannel = {
  en: 'Paste the address of the channel: right click on its name, Copy Link.',
  fr: 'Collez l’adresse du salon : clic droit sur son nom, Copier le lien.',
}

const notInvited = {
  en: 'The bot does not see this channel. Invite it to the server with the address that the page OAuth2 of your application makes, then allow it in the channel’s permissions.',
  fr: 'Le bot ne voit pas ce salon. Invitez-le sur le serveur avec l’adresse que produit la page OAuth2 de votre application, puis autorisez-le dans les permissions du salon.',
}

const wrongKind = {
  en: 'This is not a channel where one writes: choose a text or an announcement channel of a server.',
  fr: 'Ce n’est pas un salon où l’on écrit : choisissez un salon textuel ou d’annonces d’un serveur.',
}
