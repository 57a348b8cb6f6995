import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { accessFrom, canRenew, loginVisit, renewed, revoked } from '#connectors/_google/login.ts'
import { network } from './api.ts'
import { scope } from './app.ts'
import { channelOf } from './channel.ts'

export const connect: Connect = {
  begin: async (tools, _fields, redirectUri, state) =>
    loginVisit(tools, network, { redirectUri, state, scope }),
  async finish(tools, callback, redirectUri, memo) {
    const access = await accessFrom(tools, network, callback, redirectUri, memo)
    if (!access.ok) return access
    const { secrets, expiresAt } = access.value
    const account = { remoteId: '', handle: '', settings: {}, secrets }
    const connected = await check(tools, account)
    return connected.ok ? done({ ...connected.value, expiresAt }) : connected
  },
  refresh: (tools, account) => renewed(tools, network, account),
  canRenew,
  check,
  revoke: (tools, account) => revoked(tools, network, account),
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const channel = await channelOf(tools, account)
  if (!channel.ok) return channel
  const { id, snippet, contentDetails } = channel.value
  const avatarUrl = snippet.thumbnails['default']?.url
  const handle = snippet.customUrl?.replace(/^@/, '') || id
  const settings = { uploads: contentDetails.relatedPlaylists.uploads }
  return done({
    account: { ...account, remoteId: id, handle, settings },
    displayName: snippet.title,
    ...(avatarUrl ? { avatarUrl } : {}),
    profileUrl: `https://www.youtube.com/channel/${id}`,
  })
}
