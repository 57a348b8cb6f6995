import { expect } from 'vitest'
import type { Connector, Outgoing, Published } from '../connector.ts'
import { type Desk, failure, value } from './desk.ts'

/**
 * Reads a delivery back and expects it to be on the network, as this post when it is said which.
 * Where the network cannot be read, the connector must say so each time.
 * @returns what was read, or null where nothing can be
 */
export async function expectFound(
  connector: Connector,
  desk: Desk,
  delivery: Outgoing,
  remoteId?: string,
): Promise<Published | null> {
  const found = await confirmed(connector, desk, delivery)
  if (found === 'unreadable') return null
  if (remoteId === undefined) expect(found).not.toBeNull()
  else expect(found?.remoteId).toBe(remoteId)
  return found
}

/** Expects a delivery not to be on the network; where it cannot be read, that nobody claims to know. */
export async function expectAbsent(connector: Connector, desk: Desk, delivery: Outgoing) {
  const found = await confirmed(connector, desk, delivery)
  if (found !== 'unreadable') expect(found).toBeNull()
}

async function confirmed({ publish, manifest }: Connector, desk: Desk, delivery: Outgoing) {
  if (!publish) throw new Error('cannot happen: publish is there')
  const outcome = await publish.confirm(desk.tools, desk.account, delivery)
  if (manifest.idempotency !== 'none') return value(outcome)
  expect(failure(outcome).kind).toBe('unknown-outcome')
  return 'unreadable' as const
}
