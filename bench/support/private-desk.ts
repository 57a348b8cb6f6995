import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '#main/config.ts'
import { type OpenDesk, openDesk } from '#main/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { silentLog } from '#platform/log.ts'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import { withoutQuotas } from './company.ts'

/**
 * Runs some work at a desk of its own, with every connector and no quota, beside a PostgreSQL of its own.
 * @param kept a folder where the desk and its database stay for the next run; absent: they are thrown away
 */
export async function withDesk<T>(work: (open: OpenDesk) => Promise<T>, kept?: string): Promise<T> {
  const folder = kept ?? (await mkdtemp(path.join(tmpdir(), 'vigie-bench-')))
  await mkdir(folder, { recursive: true })
  const server = await openEmbedded(path.join(folder, 'database'))
  const config = readConfig({
    VIGIE_DATA_DIR: path.join(folder, 'data'),
    DATABASE_URL: server.url,
    PORT: '0',
  })
  const tools = { clock: systemClock, log: silentLog, connectors: await withoutQuotas() }
  try {
    const open = await openDesk({ config, database: server.url, ...tools })
    open.ready()
    try {
      return await work(open)
    } finally {
      await open.close()
    }
  } finally {
    await server.stop()
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
}
