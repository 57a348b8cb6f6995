import { discoverServers } from './discover-servers.ts'
import { openRun } from './run.ts'
import { type KnownServers, MachineCannot, type TestServer } from './test-server.ts'

export type Booted<Details> =
  | ({ available: true; stop(): Promise<void> } & Details)
  | { available: false; reason: string }

const TRIES = 3

/**
 * Boots a real server of `tests/servers` for a test, fetching it first if this is the first time
 * (call `prepareServers` before the tests so that this does not count in their time).
 * What the machine cannot have comes back as `available: false` with one plain sentence; a server
 * that fails for any other reason throws with the end of its log.
 */
export async function bootServer<Name extends keyof KnownServers>(
  name: Name,
): Promise<Booted<KnownServers[Name]>> {
  return bootFrom((await discoverServers()) as Map<Name, TestServer<KnownServers[Name]>>, name)
}

/** As `bootServer`, from a given set of servers. */
export async function bootFrom<Name extends string, Details extends object>(
  servers: Map<Name, TestServer<Details>>,
  name: Name,
): Promise<Booted<Details>> {
  try {
    const { details, stop } = await boot(servers as Map<string, TestServer<Details>>, name)
    return { available: true, ...details, stop }
  } catch (error) {
    if (error instanceof MachineCannot) return { available: false, reason: error.message }
    throw error
  }
}

/** Fetches servers ahead of the tests, all of them by default, and says which are available. */
export async function prepareServers(
  names?: string[],
): Promise<Array<{ name: string; available: boolean; reason?: string }>> {
  const servers = await discoverServers()
  const report = []
  for (const name of names ?? servers.keys()) {
    const reason = await whyNot(servers, name)
    report.push({ name, available: !reason, ...(reason ? { reason } : {}) })
  }
  return report
}

async function whyNot(servers: Map<string, TestServer>, name: string): Promise<string | undefined> {
  try {
    await prepare(servers, name)
    return undefined
  } catch (error) {
    if (error instanceof MachineCannot) return error.message
    throw error
  }
}

async function boot<Details extends object>(
  servers: Map<string, TestServer<Details>>,
  name: string,
): Promise<{ details: Details; stop(): Promise<void> }> {
  const server = find(servers, name)
  await prepare(servers, name)
  for (let tries = 1; ; tries++) {
    const run = openRun(name, async (other) => {
      // What a server gives is told by its name alone; the map holds all of them.
      const all = servers as unknown as Map<string, TestServer<KnownServers[typeof other]>>
      return boot(all, other)
    })
    try {
      return { details: await server.start(run), stop: run.close }
    } catch (error) {
      await run.close()
      if (tries === TRIES || !isPortTaken(error)) throw error
    }
  }
}

async function prepare<Details extends object>(
  servers: Map<string, TestServer<Details>>,
  name: string,
): Promise<void> {
  const server = find(servers, name)
  for (const other of server.needs ?? []) await prepare(servers, other)
  await server.prepare()
}

function find<Details extends object>(
  servers: Map<string, TestServer<Details>>,
  name: string,
): TestServer<Details> {
  const server = servers.get(name)
  if (!server) throw new Error(`No test server is named ${name}: ${[...servers.keys()].join(', ')}`)
  return server
}

function isPortTaken(error: unknown): boolean {
  return /EADDRINUSE|address already in use/i.test(String(error))
}
