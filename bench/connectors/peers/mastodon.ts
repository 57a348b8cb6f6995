import mastodon from '#connectors/mastodon/index.ts'
import { systemClock } from '#platform/clock.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { silentLog } from '#platform/log.ts'
import { bootServer } from '#support/servers/boot-server.ts'
import { createSnacAccount, snacToken } from '#support/servers/snac-people.ts'
import { formWith, type OpenPeer, said } from '../peer.ts'

/** snac, which speaks the Mastodon API. */
export const open: OpenPeer = async () => {
  const snac = await bootServer('snac')
  if (!snac.available) return { missing: snac.reason }
  const accessToken = await snacToken(snac, await createSnacAccount(snac, 'morel'))
  const tools = {
    fetch: createFetch({ allowPrivateHosts: [snac.host] }),
    clock: systemClock,
    log: silentLog,
  }
  const account = {
    remoteId: '',
    handle: '',
    settings: { server: snac.url },
    secrets: { accessToken },
  }
  const connected = await mastodon.connect.check(tools, account)
  if (!connected.ok) throw new Error(JSON.stringify(connected.failure))
  const call = <Answer>(path: string, body: BodyInit) =>
    said<Answer>(snac.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}` },
      body,
    })
  return {
    connectorId: 'mastodon',
    hosts: [snac.host],
    account: { connected: connected.value },
    pictures: 4,
    async post(words, pictures) {
      const form = new URLSearchParams({ status: words })
      for (const picture of pictures) {
        const { id } = await call<{ id: string }>('/api/v2/media', formWith('file', picture))
        form.append('media_ids[]', id)
      }
      await call('/api/v1/statuses', form)
    },
    stop: snac.stop,
  }
}
