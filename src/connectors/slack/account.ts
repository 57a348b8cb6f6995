import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({
  channelId: z.string(),
  /** Of the workspace, with a slash at its end: `https://atelier-morel.slack.com/`. */
  workspaceUrl: z.string(),
  botId: z.string(),
  userId: z.string(),
})

export type Settings = z.infer<typeof settingsSchema>

export const settingsOf = (account: Pick<Account, 'settings'>): Settings =>
  settingsSchema.parse(account.settings)

export const tokenOf = (account: Pick<Account, 'secrets'>): string =>
  z.object({ token: z.string() }).parse(account.secrets).token

/** Where people see a message; of one in a thread, with the thread open beside it. */
export function addressOf(account: Pick<Account, 'settings'>, ts: string, thread?: string): string {
  const { workspaceUrl, channelId } = settingsOf(account)
  const url = new URL(`archives/${channelId}/p${ts.replace('.', '')}`, workspaceUrl)
  if (thread !== undefined && thread !== ts) {
    url.search = new URLSearchParams({ thread_ts: thread, cid: channelId }).toString()
  }
  return url.href
}

/** The message in the address of one of the account's messages, as “Copy link” gives it. */
export function idIn(account: Pick<Account, 'settings'>, url: URL): string | null {
  const { workspaceUrl, channelId } = settingsOf(account)
  const [, channel, seconds, rest] =
    /^\/archives\/(\w+)\/p(\d{10})(\d{6})$/.exec(url.pathname) ?? []
  const isOurs = url.host === new URL(workspaceUrl).host && channel === channelId
  return isOurs ? `${seconds}.${rest}` : null
}
