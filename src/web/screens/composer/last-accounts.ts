import type { ChannelView } from '#domain/channels/api.ts'

const keyOf = (companyId: string) => `vigie.compose.${companyId}.accounts`

/** The accounts a new post begins with: those of the last one that was scheduled, or the only one there is. */
export function lastAccounts(companyId: string, channels: readonly ChannelView[]): string[] {
  const usable = channels.filter(isUsable).map(({ id }) => id)
  if (usable.length === 1) return usable
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(companyId)) ?? '[]')
    return Array.isArray(kept) ? usable.filter((id) => kept.includes(id)) : []
  } catch {
    return []
  }
}

export function rememberAccounts(companyId: string, channelIds: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(companyId), JSON.stringify(channelIds))
  } catch {
    // Chosen anew next time.
  }
}

/** Whether a post may be sent through it, now or once it is reconnected. */
export const isUsable = ({ state, capabilities, handed }: ChannelView): boolean =>
  state !== 'disconnected' && capabilities.publish && !handed?.closed
