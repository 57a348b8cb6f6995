import { createAppPassword, createBlueskyPerson } from '#support/servers/bluesky-people.ts'
import { bootServer } from '#support/servers/boot-server.ts'
import { type OpenPeer, said } from '../peer.ts'

/** A personal data server. */
export const open: OpenPeer = async () => {
  const pds = await bootServer('bluesky-pds')
  if (!pds.available) return { missing: pds.reason }
  const person = await createBlueskyPerson(pds, 'atelier-morel.test')
  const appPassword = await createAppPassword(person)
  const call = <Answer>(method: string, body: BodyInit, type: string) =>
    said<Answer>(`${pds.url}/xrpc/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.agent.session?.accessJwt}`, 'content-type': type },
      body,
    })
  return {
    connectorId: 'bluesky',
    hosts: [new URL(pds.url).host],
    account: { fields: { handle: person.handle, appPassword, server: pds.url } },
    pictures: 4,
    async post(text, pictures) {
      const images = []
      for (const { bytes, type, alt } of pictures) {
        const { blob } = await call<{ blob: unknown }>('com.atproto.repo.uploadBlob', bytes, type)
        images.push({ image: blob, alt })
      }
      const embed = { $type: 'app.bsky.embed.images', images }
      const collection = 'app.bsky.feed.post'
      const record = { $type: collection, text, createdAt: new Date().toISOString(), embed }
      const made = { repo: person.did, collection, record }
      await call('com.atproto.repo.createRecord', JSON.stringify(made), 'application/json')
    },
    stop: pds.stop,
  }
}
