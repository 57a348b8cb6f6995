import { bech32 } from '@scure/base'

/** What stands behind a Nostr address: a person, a secret key, or an event and perhaps its author (NIP-19). */
export type Entity =
  | { kind: 'person'; pubkey: string }
  | { kind: 'secret'; key: string }
  | { kind: 'event'; id: string; author?: string }

/** Longer than any address we write, as NIP-19 (read 2026-11-25) allows. */
const longest = 5000

const encode = (prefix: string, data: Uint8Array) =>
  bech32.encode(prefix, bech32.toWords(data), longest)

export const npub = (pubkey: string) => encode('npub', Buffer.from(pubkey, 'hex'))

/** An event's address, with its author and relays where it is found. */
export function nevent(id: string, author: string, relays: string[]): string {
  const parts = [tlv(0, Buffer.from(id, 'hex')), tlv(2, Buffer.from(author, 'hex'))]
  const hints = relays.map((relay) => tlv(1, Buffer.from(relay, 'ascii')))
  return encode('nevent', Buffer.concat([...parts, ...hints]))
}

/** Reads an address of NIP-19, with or without `nostr:` (NIP-21); null when it is none, or misspelt. */
export function readEntity(written: string): Entity | null {
  const address = written.trim().replace(/^nostr:/i, '')
  try {
    const { prefix, words } = bech32.decode(address as `${string}1${string}`, longest)
    return entityOf(prefix, Buffer.from(bech32.fromWords(words)))
  } catch {
    return null
  }
}

function entityOf(prefix: string, data: Buffer): Entity | null {
  const whole = data.length === 32 ? data.toString('hex') : undefined
  if (prefix === 'npub' && whole) return { kind: 'person', pubkey: whole }
  if (prefix === 'nsec' && whole) return { kind: 'secret', key: whole }
  if (prefix === 'note' && whole) return { kind: 'event', id: whole }
  const parts = partsOf(data)
  const special = parts.get(0)
  if (prefix === 'nprofile' && special) return { kind: 'person', pubkey: special }
  const author = parts.get(2)
  if (prefix === 'nevent' && special)
    return { kind: 'event', id: special, ...(author ? { author } : {}) }
  return null
}

/** The first value of 32 bytes of each type. */
function partsOf(data: Buffer): Map<number, string> {
  const parts = new Map<number, string>()
  for (let at = 0; at + 2 <= data.length;) {
    const [type = 0, length = 0] = data.subarray(at, at + 2)
    const value = data.subarray(at + 2, at + 2 + length)
    if (value.length === 32 && !parts.has(type)) parts.set(type, value.toString('hex'))
    at += 2 + length
  }
  return parts
}

const tlv = (type: number, value: Buffer) =>
  Buffer.concat([Buffer.from([type, value.length]), value])
