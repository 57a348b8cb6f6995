import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStage } from '../publish/stage.ts'
import { freePort, memoryOf, startUntil } from '../support/processes.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Long enough for every account to have been looked after, read and counted once. */
const SETTLE_MS = 30_000

/**
 * Megabytes of the desk's own process, at rest, with so many connected accounts of the practice network, which it
 * serves itself; the database is another process, and not counted. Null where the machine does not tell.
 */
export async function memoryWith(
  accounts: number,
  serverUrl: string,
  folder: string,
): Promise<number | null> {
  const dataDir = path.join(folder, `memory-${accounts}`)
  const stage = await openStage(serverUrl, dataDir, { accounts })
  await stage.open.close()
  const port = String(await freePort())
  const { child, stop } = await startUntil(
    `http://127.0.0.1:${port}/health`,
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/main/start.ts'],
    { cwd: root, env: { PORT: port, VIGIE_DATA_DIR: dataDir, DATABASE_URL: stage.databaseUrl } },
  )
  await sleep(SETTLE_MS)
  const memory = memoryOf(child.pid)
  await stop()
  return memory
}
