import type { TestServer } from '#support/servers/test-server.ts'

import { borrowDatabase, canBorrow } from './borrowed-database.ts'
import { requireOwnServer, startOwnServer } from './own-server.ts'

export interface Postgres {
  /** An empty database of our own, over TCP. */
  url: string
  /** Found running (`VIGIE_TEST_POSTGRES_URL`, or 127.0.0.1:5432), or started for us. */
  from: 'machine' | 'own binaries'
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    postgres: Postgres
  }
}

/** An empty PostgreSQL database: on a server of the machine, else on a private one. */
const postgres: TestServer<Postgres> = {
  name: 'postgres',
  async prepare() {
    if (!(await canBorrow())) requireOwnServer()
  },
  async start(run) {
    const borrowed = await borrowDatabase(run)
    if (borrowed) return { url: borrowed, from: 'machine' }
    return { url: await startOwnServer(run), from: 'own binaries' }
  },
}

export const servers = [postgres]
