import { join } from 'node:path'

import { debianProgram } from '#support/servers/debian-program.ts'
import { freePort } from '#support/servers/free-port.ts'
import type { TestServer } from '#support/servers/test-server.ts'

export interface Nats {
  /** With JetStream, on the disk of this run; takes everybody in. */
  url: string
  /** The program and its first arguments, for tests that stop and start one of their own: see `startNats`. */
  command: string[]
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    nats: Nats
  }
}

/** NATS as Debian 12 has it (2.9): the oldest that a desk may meet. */
const nats: TestServer<Nats> = {
  name: 'nats',
  async prepare() {
    await fetchProgram()
  },
  async start(run) {
    const command = await fetchProgram()
    const port = await freePort()
    const [program = '', ...first] = command
    const where = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', join(run.folder, 'store')]
    await run.program({
      command: program,
      args: [...first, ...where],
      isReady: (running) => running.log().includes('Server is ready'),
    })
    return { url: `nats://127.0.0.1:${port}`, command }
  },
}

export const servers = [nats]

const fetchProgram = () =>
  debianProgram({ suite: 'bookworm', package: 'nats-server', program: 'usr/sbin/nats-server' })
