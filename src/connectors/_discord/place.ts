import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

/** The channel an account writes in, and its server. */
const placeSchema = z.object({ guildId: z.string(), channelId: z.string() })

const placeOf = (account: Pick<Account, 'settings'>) => placeSchema.parse(account.settings)

/** Where people see a message of the account's channel; of the channel itself without one. */
export function addressOf(account: Pick<Account, 'settings'>, messageId?: string): string {
  const { guildId, channelId } = placeOf(account)
  const base = `https://discord.com/channels/${guildId}/${channelId}`
  return messageId === undefined ? base : `${base}/${messageId}`
}

/** The message in the address of one of the account's messages, as “Copy Message Link” gives it. */
export function idIn(account: Pick<Account, 'settings'>, url: URL): string | null {
  if (!/^(?:\w+\.)?discord(?:app)?\.com$/.test(url.hostname)) return null
  const { guildId, channelId } = placeOf(account)
  const [, guild, channel, message = null] =
    /^\/channels\/(\d+)\/(\d+)\/(\d+)\/?$/.exec(url.pathname) ?? []
  return guild === guildId && channel === channelId ? message : null
}
