import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { debianProgram } from '#support/servers/debian-program.ts'
import { freePort } from '#support/servers/free-port.ts'
import { runOrThrow } from '#support/servers/run-to-end.ts'
import type { TestServer } from '#support/servers/test-server.ts'

export interface Snac {
  /** The address of the instance, over plain http. */
  url: string
  /** What follows the second @ of its people: `127.0.0.1:41234`. */
  host: string
  /** Its data, where people are added: see `createSnacPerson`. */
  folder: string
  /** The program and its first arguments, for its own commands. */
  command: string[]
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    snac: Snac
  }
}

/**
 * snac, a small fediverse server that speaks the Mastodon API in its own way: OAuth, posts, media,
 * polls, favourites, boosts, replies, notifications. What happens between its people crosses its
 * queue, which wakes every 3 s.
 */
const snac: TestServer<Snac> = {
  name: 'snac',
  async prepare() {
    await fetchProgram()
  },
  async start(run) {
    const command = await fetchProgram()
    const port = await freePort()
    const host = `127.0.0.1:${port}`
    const url = `http://${host}`
    const folder = join(run.folder, 'data')
    await writeData(command, folder, { host, port })
    const [program = '', ...first] = command
    await run.program({
      command: program,
      args: [...first, 'httpd', folder],
      isReady: () => answers(`${url}/api/v1/instance`),
      stopSignal: 'KILL',
    })
    return { url, host, folder, command }
  },
}

export const servers = [snac]

const fetchProgram = () =>
  // Only sid's has favourites, boosts and deletes.
  debianProgram({ suite: 'sid', package: 'snac2', program: 'usr/bin/snac' })

async function writeData(
  [program = '', ...first]: string[],
  folder: string,
  address: { host: string; port: number },
): Promise<void> {
  // It asks for its address, port, host name, prefix and e-mail; we then write what it cannot ask.
  const typed = ['127.0.0.1', address.port, address.host, '', '', ''].join('\n')
  await runOrThrow(program, [...first, 'init', folder], { input: typed })
  const file = join(folder, 'server.json')
  const settings = {
    ...(JSON.parse(readFileSync(file, 'utf8')) as object),
    protocol: 'http',
    title: 'Atelier',
    // It delivers to itself over HTTP: with its usual four threads it waits for itself.
    num_threads: 32,
  }
  writeFileSync(file, JSON.stringify(settings))
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
