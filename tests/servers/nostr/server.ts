import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { freePort } from '#support/servers/free-port.ts'
import { npmPackage, placeScript } from '#support/servers/npm-package.ts'
import type { Run, TestServer } from '#support/servers/test-server.ts'

export interface NostrRelays {
  /** Two relays that take everything from everybody, and know nothing of each other. */
  urls: [string, string]
  /** One that serves only those who prove who they are (NIP-42). */
  membersUrl: string
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    'nostr-relays': NostrRelays
  }
}

const PACKAGE = fileURLToPath(new URL('package/', import.meta.url))

const relays: TestServer<NostrRelays> = {
  name: 'nostr-relays',
  async prepare() {
    await npmPackage('nostr', PACKAGE)
  },
  async start(run) {
    const open = async (asksWho: boolean) => startRelay(run, asksWho)
    return { urls: [await open(false), await open(false)], membersUrl: await open(true) }
  },
}

export const servers = [relays]

async function startRelay(run: Run, asksWho: boolean): Promise<string> {
  const port = await freePort()
  const script = placeScript(await npmPackage('nostr', PACKAGE), join(PACKAGE, 'relay.mjs'))
  await run.program({
    command: process.execPath,
    args: [script, JSON.stringify({ port, asksWho })],
    env: { NODE_OPTIONS: '', NODE_ENV: 'test' },
    isReady: (program) => program.log().includes('READY'),
    stopSignal: 'KILL',
  })
  return `ws://127.0.0.1:${port}`
}
