import type { Desk } from '#domain/desk.ts'
import { type SigningKey, signingKeyFrom } from '#platform/crypto/signing-key.ts'

/** Making a key costs some milliseconds, and gives the same one every time. */
const made = new Map<string, Promise<SigningKey>>()

/**
 * What this desk signs by for a network, and for no other: one key of each of its secret keys, the current one's first.
 * Kept nowhere, as the verify tokens are: they follow from the desk's secrets.
 */
export function signersOf(
  { signingSecrets }: Pick<Desk, 'signingSecrets'>,
  connectorId: string,
): Promise<SigningKey[]> {
  return Promise.all(signingSecrets.map((secret) => keyFor(secret, connectorId)))
}

function keyFor(secret: string, connectorId: string): Promise<SigningKey> {
  const name = `${connectorId} ${secret}`
  const key = made.get(name) ?? signingKeyFrom(secret, connectorId)
  made.set(name, key)
  return key
}
