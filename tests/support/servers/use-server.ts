import { afterAll, beforeAll, beforeEach } from 'vitest'

import { type Booted, bootServer } from './boot-server.ts'
import { tell } from './tell.ts'
import type { KnownServers } from './test-server.ts'

/** Long enough for a first boot that still has to fetch the server. */
const BOOT_MS = 300_000

/**
 * Inside a `describe`: boots a real server before its tests and stops it after them. The tests
 * are skipped, with the reason, on a machine that cannot have it.
 *
 *     const pds = useServer('bluesky-pds')
 *     it('…', async () => { await fetch(pds().url) })
 */
export function useServer<Name extends keyof KnownServers>(name: Name): () => KnownServers[Name] {
  let booted: Booted<KnownServers[Name]> | undefined
  beforeAll(async () => {
    booted = await bootServer(name)
    if (!booted.available) tell(`${name} is skipped. ${booted.reason}`)
  }, BOOT_MS)
  beforeEach((test) => {
    if (booted?.available === false) test.skip(booted.reason)
  })
  afterAll(async () => {
    if (booted?.available) await booted.stop()
  })
  return () => {
    if (!booted?.available) throw new Error(`${name} is not running: ask for it inside a test.`)
    return booted
  }
}
