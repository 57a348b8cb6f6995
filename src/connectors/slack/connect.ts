import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { settingsOf, tokenOf } from './account.ts'
import { call } from './api.ts'

export const connect: Connect = { withCredentials, check }

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const token = fields['token']?.trim() ?? ''
  const [channelId] = /\b[CG][A-Z0-9]{8,}\b/.exec(fields['channel']?.trim() ?? '') ?? []
  if (!token.startsWith('xoxb-')) return rejected('token', wrongToken)
  if (!channelId) return rejected('channel', wrongChannel)
  const described = await describe(tools, token, channelId)
  if (described.ok || described.failure.kind !== 'auth') return described
  const isScope = described.failure.detail === 'missing_scope'
  return rejected('token', isScope ? missingScope : wrongToken)
}

function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  return describe(tools, tokenOf(account), settingsOf(account).channelId)
}

const botSchema = z.object({
  url: z.string(),
  team: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
})

const channelSchema = z.object({
  channel: z.object({ name: z.string(), is_member: z.boolean(), is_archived: z.boolean() }),
})

async function describe(
  tools: Tools,
  token: string,
  channelId: string,
): Promise<Outcome<Connected>> {
  const bot = await call(tools, token, { method: 'auth.test', reads: true }, botSchema)
  if (!bot.ok) return bot
  const asked = { method: 'conversations.info', reads: true, params: { channel: channelId } }
  const found = await call(tools, token, asked, channelSchema)
  if (!found.ok) return found
  const { name, is_member, is_archived } = found.value.channel
  if (!is_member || is_archived) {
    const detail = is_archived ? 'the channel is archived' : 'the app is not in the channel'
    return failed({ kind: 'rejected', field: 'channel', reason: notInvited, detail })
  }
  const { url, team, user_id: userId, bot_id: botId } = bot.value
  return done({
    account: {
      remoteId: channelId,
      handle: `#${name}`,
      settings: { channelId, workspaceUrl: url, botId, userId },
      secrets: { token },
    },
    displayName: team,
    profileUrl: new URL(`archives/${channelId}`, url).href,
  })
}

const wrongToken = {
  en: 'Slack knows no app with this token. On the page OAuth & Permissions of your app, copy the Bot User OAuth Token, which begins with xoxb-.',
  fr: 'Slack ne connaît pas d’application avec ce jeton. Sur la page OAuth & Permissions de votre application, copiez le Bot User OAuth Token, qui commence par xoxb-.',
}

const missingScope = {
  en: 'The app lacks a scope. On its page OAuth & Permissions, add those named above, press Reinstall to Workspace, and copy the token again.',
  fr: 'Il manque une autorisation (scope) à l’application. Sur sa page OAuth & Permissions, ajoutez celles nommées plus haut, cliquez sur Reinstall to Workspace, et copiez de nouveau le jeton.',
}

const wrongChannel = {
  en: 'Paste the link of the channel: right click on its name, Copy, Copy link.',
  fr: 'Collez le lien du canal : clic droit sur son nom, Copier, Copier le lien.',
}

const notInvited = {
  en: 'The app is not in this channel, or the channel is archived. On Slack, write /invite and the name of the app in the channel.',
  fr: 'L’application n’est pas dans ce canal, ou le canal est archivé. Sur Slack, écrivez /invite et le nom de l’application dans le canal.',
}
