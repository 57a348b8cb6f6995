import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { freePort } from '#support/servers/free-port.ts'
import { npmPackage, placeScript } from '#support/servers/npm-package.ts'
import type { Run, TestServer } from '#support/servers/test-server.ts'

export interface BlueskyPds {
  /** The PDS, where accounts live: what a person types as their service. */
  url: string
  /** The identity directory. */
  plcUrl: string
}

export interface BlueskyNetwork extends BlueskyPds {
  /** The AppView, for reads without an account. */
  appviewUrl: string
  /** `POST` here to wait until the AppView has seen everything: see `catchUpBluesky`. */
  catchUpUrl: string
}

export interface BlueskyJetstream extends BlueskyPds {
  /** Where the stream is listened to: `ws://…`. */
  streamUrl: string
  /** `POST` `cut`, `stall`, `recover`, `say`, `forget` or `state` here: see `package/jetstream.mjs`. */
  controlUrl: string
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    'bluesky-pds': BlueskyPds
    'bluesky-network': BlueskyNetwork
    'bluesky-jetstream': BlueskyJetstream
  }
}

const PACKAGE = fileURLToPath(new URL('package/', import.meta.url))
const LOOPBACK = fileURLToPath(new URL('../../support/servers/loopback.cjs', import.meta.url))
const DESKS = fileURLToPath(new URL('desks.cjs', import.meta.url))
const fetchPackages = () => npmPackage('bluesky', PACKAGE)

/** Accounts, app passwords, posts, images, the event stream; no counts and no notifications. */
const pds: TestServer<BlueskyPds> = {
  name: 'bluesky-pds',
  async prepare() {
    await fetchPackages()
  },
  async start(run) {
    const pdsPort = await freePort()
    const plcPort = await freePort()
    await node(run, 'pds.mjs', { folder: run.folder, pdsPort, plcPort })
    return { url: localhost(pdsPort), plcUrl: localhost(plcPort) }
  },
}

/** The PDS and an AppView: counts, threads, notifications, search. Needs PostgreSQL. */
const network: TestServer<BlueskyNetwork> = {
  name: 'bluesky-network',
  needs: ['postgres'],
  async prepare() {
    await fetchPackages()
  },
  async start(run) {
    const postgres = await run.needs('postgres')
    const ports = await freePorts('plc', 'pds', 'bsync', 'appview', 'control')
    await node(run, 'network.mjs', { ports, postgresUrl: postgres.url })
    return {
      url: localhost(ports.pds),
      plcUrl: localhost(ports.plc),
      appviewUrl: localhost(ports.appview),
      catchUpUrl: `http://127.0.0.1:${ports.control}/catch-up`,
    }
  },
}

/** A PDS, and what it says told by the wire of Jetstream, whose own server does not run here. */
const jetstream: TestServer<BlueskyJetstream> = {
  name: 'bluesky-jetstream',
  needs: ['bluesky-pds'],
  async prepare() {
    await fetchPackages()
  },
  async start(run) {
    const { url, plcUrl } = await run.needs('bluesky-pds')
    const port = await freePort()
    await node(run, 'jetstream.mjs', { port, pdsUrl: url, plcUrl })
    return {
      url,
      plcUrl,
      streamUrl: `ws://127.0.0.1:${port}`,
      controlUrl: `http://127.0.0.1:${port}/_test/`,
    }
  },
}

export const servers = [pds, network, jetstream]

async function node(run: Run, script: string, settings: object): Promise<void> {
  const placed = placeScript(await fetchPackages(), join(PACKAGE, script))
  await run.program({
    command: process.execPath,
    args: ['--require', LOOPBACK, '--require', DESKS, placed, JSON.stringify(settings)],
    // The servers put their data in the temporary folder of the system: give them ours.
    env: { TMPDIR: run.folder, LOG_ENABLED: 'false', NODE_OPTIONS: '', NODE_ENV: 'test' },
    isReady: (program) => program.log().includes('READY'),
    // Nothing to keep: the data goes with the folder.
    stopSignal: 'KILL',
  })
}

/** Handles and addresses of these servers are names, not numbers: the PDS refuses 127.0.0.1. */
const localhost = (port: number) => `http://localhost:${port}`

async function freePorts<Name extends string>(...names: Name[]): Promise<Record<Name, number>> {
  const ports = await Promise.all(names.map(async (name) => [name, await freePort()] as const))
  return Object.fromEntries(ports) as Record<Name, number>
}
