import { dirname, join } from 'node:path'

import { findBinaries } from '#platform/postgres/binaries.ts'
import { chooseIdentity, handOver } from '#platform/postgres/identity.ts'
import { PostgresUnavailable } from '#platform/postgres/unavailable.ts'
import { freePort } from '#support/servers/free-port.ts'
import { runOrThrow } from '#support/servers/run-to-end.ts'
import { MachineCannot, type Run } from '#support/servers/test-server.ts'
import { Client } from 'pg'

/** Throws `MachineCannot` when Vigie brings no PostgreSQL for this machine. */
export function requireOwnServer(): void {
  orMachineCannot(() => findBinaries())
}

/**
 * Starts the PostgreSQL that Vigie brings on a random port of 127.0.0.1; it forgets everything at
 * the stop. The desk's own way of starting it is not for here: that server outlives the process.
 */
export async function startOwnServer(run: Run): Promise<string> {
  const binaries = orMachineCannot(() => findBinaries())
  const identity = orMachineCannot(() => chooseIdentity(binaries, dirname(run.folder)))
  handOver(run.folder, identity)
  const account = identity.spawn
  const data = join(run.folder, 'data')

  const [initdb = '', ...initdbFirst] = [...identity.prefix, binaries.initdb]
  const locale = ['--locale-provider=builtin', '--locale=C.UTF-8', '--encoding=UTF8']
  const create = ['-D', data, '-U', 'vigie', '-A', 'trust', '--no-sync', ...locale]
  await runOrThrow(initdb, [...initdbFirst, ...create], { account, cwd: run.folder })

  const port = await freePort()
  const url = `postgres://vigie@127.0.0.1:${port}/postgres`
  const [postgres = '', ...postgresFirst] = [...identity.prefix, binaries.postgres]
  await run.program({
    command: postgres,
    args: [...postgresFirst, '-D', data, ...settings(port)],
    account,
    // A fast shutdown: TERM would wait for every client to leave.
    stopSignal: 'INT',
    isReady: () => answers(url),
  })
  return url
}

function settings(port: number): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 300,
    // Nothing here outlives the tests.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function orMachineCannot<T>(step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof PostgresUnavailable) throw new MachineCannot(error.message)
    throw error
  }
}
