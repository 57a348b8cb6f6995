import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbedded } from '#platform/postgres/embedded.ts'

/** Runs some work beside a PostgreSQL of its own, made for it and thrown away after it. */
export async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vigie-bench-'))
  const server = await openEmbedded(folder)
  try {
    return await work(server.url)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
