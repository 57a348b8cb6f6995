import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepChannel } from '#domain/channels/index.ts'
import { readConfig } from '#main/config.ts'
import { openDesk } from '#main/desk.ts'
import { systemClock as clock } from '#platform/clock.ts'
import { silentLog as log } from '#platform/log.ts'
import { administer } from '#support/administer.ts'
import { openCompany } from '../support/company.ts'
import { freePort, memoryOf, startUntil } from '../support/processes.ts'
import { openQuietServer } from './quiet-server.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Long enough for every account to have been looked after, read and counted once. */
const SETTLE_MS = 40_000

/**
 * Megabytes of the desk's own process, with so many connected accounts on a quiet server, once each of them was
 * looked after, read and counted. The database and that server are other processes, and not counted. Null where the
 * machine does not tell.
 */
export async function memoryWith(
  accounts: number,
  serverUrl: string,
  folder: string,
): Promise<number | null> {
  const quiet = await openQuietServer()
  const name = `vigie_bench_memory_${accounts}`
  await administer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const port = await freePort()
  const env = {
    PORT: String(port),
    DATABASE_URL: url.href,
    VIGIE_DATA_DIR: path.join(folder, name),
    VIGIE_ALLOW_PRIVATE_HOSTS: quiet.host,
  }
  try {
    await fill(env, quiet.url, accounts)
    const health = `http://127.0.0.1:${port}/health`
    const args = ['--disable-warning=ExperimentalWarning', 'src/main/start.ts']
    const { child, stop } = await startUntil(health, process.execPath, args, { cwd: root, env })
    await sleep(SETTLE_MS)
    const memory = memoryOf(child.pid)
    await stop()
    return memory
  } finally {
    quiet.close()
  }
}

/** Connects the accounts, by a desk that is closed before the one that is measured starts. */
async function fill(env: Record<string, string>, server: string, accounts: number): Promise<void> {
  const config = readConfig(env)
  const open = await openDesk({ config, database: env['DATABASE_URL'] ?? '', clock, log })
  try {
    const owner = await openCompany(open, { practice: false })
    const companyId = owner.headers['vigie-company'] ?? ''
    for (let n = 0; n < accounts; n++) {
      const handle = `atelier${n}`
      const account = {
        remoteId: handle,
        handle,
        settings: { server },
        secrets: { accessToken: handle },
      }
      const profileUrl = `${server}/@${handle}`
      const connected = { account, displayName: handle, profileUrl }
      await keepChannel(open.desk, { companyId, id: 'bench' }, 'mastodon', connected)
    }
  } finally {
    await open.close()
  }
}
