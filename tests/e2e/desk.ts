import { existsSync } from 'node:fs'
import { afterAll, beforeEach } from 'vitest'
import { createDatabase, dropDatabase } from '#support/database.ts'
import { openRun } from '#support/servers/run.ts'

/** A desk that runs in a process of its own, as `npm start` runs it. */
export interface RealDesk {
  /** Where a browser reaches it. */
  url: string
  /** Its own database. */
  databaseUrl: string
  /** What it wrote, the latest lines. */
  log(): string
}

const start = new URL('../../src/main/start.ts', import.meta.url).pathname
const page = new URL('../../dist/web/index.html', import.meta.url).pathname

/** Long enough for a machine that is busy with other tests. */
const OPEN_MS = 120_000

/**
 * Inside a `describe`: one desk for its tests, opened before the first of them and closed after the last, with a
 * database and a data folder of its own.
 * @param env settings beside those; asked for when the desk opens, after `useServer` has booted its servers
 */
export function useDesk(env: () => Record<string, string> = () => ({})): () => RealDesk {
  let opened: (RealDesk & { close(): Promise<void> }) | undefined
  beforeEach(async () => {
    opened ??= await openRealDesk(env())
  }, OPEN_MS)
  afterAll(() => opened?.close())
  return () => {
    if (!opened) throw new Error('The desk opens with the first test: ask for it inside a test.')
    return opened
  }
}

/** Starts a desk and waits until it says where it is. The caller closes it. */
async function openRealDesk(
  env: Record<string, string> = {},
): Promise<RealDesk & { close(): Promise<void> }> {
  if (!existsSync(page)) throw new Error('The screens are not built: run the tests by `npm test`.')
  const databaseUrl = await createDatabase()
  const run = openRun('desk', () => Promise.reject(new Error('A desk needs no test server.')))
  const program = await run.program({
    command: process.execPath,
    args: [start],
    env: {
      VIGIE_DATA_DIR: run.folder,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      LC_ALL: 'en',
      NODE_ENV: 'production',
      ...env,
    },
    isReady: ({ log }) => addressIn(log()) !== undefined,
  })
  return {
    url: addressIn(program.log()) ?? '',
    databaseUrl,
    log: program.log,
    async close() {
      await run.close()
      await dropDatabase(databaseUrl)
    },
  }
}

function addressIn(log: string): string | undefined {
  return /Vigie is open: (http:\S+)/.exec(log)?.[1]
}
