import { createHash } from 'node:crypto'
import { schnorr } from '@noble/curves/secp256k1.js'
import { z } from 'zod'

/** The only thing that Nostr knows (NIP-01, read 2026-11-25). */
export const eventSchema = z.object({
  id: z.string(),
  pubkey: z.string(),
  created_at: z.number().int(),
  kind: z.number().int(),
  tags: z.array(z.array(z.string())),
  content: z.string(),
  sig: z.string(),
})

export type Event = z.infer<typeof eventSchema>

/** What an event says, before its author signs it. */
export type Draft = Pick<Event, 'created_at' | 'kind' | 'tags' | 'content'>

/** The kinds we read or write: NIP-01, 02, 09, 18, 25, 42, 65, and BUD-01. */
export const kinds = {
  profile: 0,
  note: 1,
  follows: 3,
  deletion: 5,
  repost: 6,
  reaction: 7,
  relays: 10002,
  clientAuth: 22242,
  mediaAuth: 24242,
}

export const publicKeyOf = (secret: string) => hex(schnorr.getPublicKey(bytes(secret)))

export const newSecretKey = () => hex(schnorr.utils.randomSecretKey())

/** Whether 64 hexadecimal digits are a key of the curve: zero and the largest numbers are none. */
export function isSecretKey(secret: string): boolean {
  try {
    return publicKeyOf(secret) !== ''
  } catch {
    return false
  }
}

/** The event's name: a hash of all it says. The same words of the same author at the same second are one event. */
export function idOf(pubkey: string, { created_at, kind, tags, content }: Draft): string {
  const serialized = JSON.stringify([0, pubkey, created_at, kind, tags, content])
  return createHash('sha256').update(serialized).digest('hex')
}

export function sign(secret: string, draft: Draft): Event {
  const pubkey = publicKeyOf(secret)
  const id = idOf(pubkey, draft)
  const { created_at, kind, tags, content } = draft
  const sig = hex(schnorr.sign(bytes(id), bytes(secret)))
  return { id, pubkey, created_at, kind, tags, content, sig }
}

/** A relay is nobody's friend: what it hands over counts only when its author signed it. */
export function isAuthentic(event: Event): boolean {
  try {
    const { id, pubkey, sig } = event
    return idOf(pubkey, event) === id && schnorr.verify(bytes(sig), bytes(id), bytes(pubkey))
  } catch {
    return false
  }
}

/** The values of the tags of a name. */
export const tagged = (event: Pick<Event, 'tags'>, name: string): string[] =>
  event.tags.flatMap(([tag, value]) => (tag === name && value ? [value] : []))

export const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000)
export const dateOf = ({ created_at }: Pick<Event, 'created_at'>) => new Date(created_at * 1000)

const hex = (data: Uint8Array) => Buffer.from(data).toString('hex')

function bytes(text: string): Uint8Array {
  if (!/^([0-9a-f]{2})+$/.test(text)) throw new TypeError('not hexadecimal')
  return Uint8Array.from(Buffer.from(text, 'hex'))
}
