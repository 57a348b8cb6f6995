import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { googleLogin } from '#connectors/_google/login.ts'
import { network } from './api.ts'
import { scope } from './app.ts'
import { channelOf } from './channel.ts'

export const connect: Connect = {
  ...googleLogin(network, scope, (tools, secrets) =>
    check(tools, { remoteId: '', handle: '', settings: {}, secrets }),
  ),
  check,
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
