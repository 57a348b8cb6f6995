import { bootServer } from '#support/servers/boot-server.ts'
import { NostrPerson } from '#support/servers/nostr-person.ts'
import type { OpenPeer } from '../peer.ts'

/** One relay. Relays carry no pictures, and no media server runs here: words alone. */
export const open: OpenPeer = async () => {
  const relays = await bootServer('nostr-relays')
  if (!relays.available) return { missing: relays.reason }
  const [relay] = relays.urls
  const person = new NostrPerson(relay)
  return {
    connectorId: 'nostr',
    hosts: [new URL(relay).host],
    account: { fields: { name: 'Atelier Morel', relays: relay } },
    pictures: 0,
    async post(content) {
      await person.say({ content })
    },
    stop: relays.stop,
  }
}
