import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import type { TestServer } from './test-server.ts'

const SERVERS = fileURLToPath(new URL('../../servers/', import.meta.url))

/** Every server that a `tests/servers/<folder>/server.ts` exports in its list `servers`. */
export async function discoverServers(folder = SERVERS): Promise<Map<string, TestServer>> {
  const files = readdirSync(folder)
    .map((name) => join(folder, name, 'server.ts'))
    .filter((file) => existsSync(file))
  const found = new Map<string, TestServer>()
  for (const file of files) {
    for (const server of await serversIn(file)) {
      if (found.has(server.name)) throw new Error(`Two test servers are named ${server.name}.`)
      found.set(server.name, server)
    }
  }
  return found
}

async function serversIn(file: string): Promise<TestServer[]> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    servers?: TestServer[]
  }
  if (!module.servers) throw new Error(`${file} does not export its list "servers".`)
  return module.servers
}
