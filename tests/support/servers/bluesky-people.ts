import { AtpAgent } from '@atproto/api'

import type { BlueskyNetwork, BlueskyPds } from '../../servers/bluesky/server.ts'

export interface BlueskyPerson {
  did: string
  handle: string
  password: string
  /** Signed in with the account's own password; follows, likes and replies as this person. */
  agent: AtpAgent
}

/** Creates an account on the PDS. Handles end in `.test`. */
export async function createBlueskyPerson(
  server: BlueskyPds,
  handle: string,
): Promise<BlueskyPerson> {
  const agent = new AtpAgent({ service: server.url })
  const password = `password-of-${handle}`
  const email = `${handle.replaceAll('.', '-')}@example.test`
  const { data } = await agent.createAccount({ handle, password, email })
  return { did: data.did, handle, password, agent }
}

/** Creates an app password for this person, as they would in their settings. */
export async function createAppPassword(person: BlueskyPerson, name = 'Vigie'): Promise<string> {
  const { data } = await person.agent.com.atproto.server.createAppPassword({ name })
  return data.password
}

/** Resolves when the AppView has seen everything written to the PDS so far. */
export async function catchUpBluesky(network: BlueskyNetwork): Promise<void> {
  const response = await fetch(network.catchUpUrl, { method: 'POST' })
  if (!response.ok) throw new Error(`The AppView did not catch up: ${await response.text()}`)
}
