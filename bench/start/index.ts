import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort, memoryOf, startUntil } from '../support/processes.ts'
import type { BenchResult } from '../run.ts'

const root = path.resolve(import.meta.dirname, '../..')
const SETTLE_MS = 5000

/**
 * Seconds from `npm start` to healthy on a fresh clone and on a second start, and memory at rest of all its
 * processes, PostgreSQL included; against the floor: the same PostgreSQL and a bare Node server.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigie-bench-start-'))
  const clone = path.join(folder, 'vigie')
  try {
    execFileSync('git', ['clone', '--quiet', '--local', root, clone])
    const first = await desk(clone)
    const second = await desk(clone)
    const floor = await bare(clone)
    return {
      figures: {
        first_start_seconds: round(first.seconds),
        second_start_seconds: round(second.seconds),
        memory_at_rest_mb: second.memory,
      },
      against: {
        first_start_seconds: null,
        second_start_seconds: round(floor.seconds),
        memory_at_rest_mb: floor.memory,
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function desk(clone: string) {
  const port = await freePort()
  return measure(`http://127.0.0.1:${port}/health`, 'npm', ['start', '--silent'], clone, {
    PORT: String(port),
  })
}

async function bare(clone: string) {
  const port = await freePort()
  const env = { PORT: String(port), VIGIE_DATA_DIR: path.join(clone, 'floor') }
  const args = ['bench/start/floor.ts']
  // The first run makes the cluster; a second start is what is compared.
  const made = await startUntil(`http://127.0.0.1:${port}/`, process.execPath, args, {
    cwd: clone,
    env,
  })
  await made.stop()
  return measure(`http://127.0.0.1:${port}/`, process.execPath, args, clone, env)
}

async function measure(
  url: string,
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string>,
) {
  const { seconds, child, stop } = await startUntil(url, command, args, { cwd, env })
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  const own = memoryOf(child.pid)
  const memory =
    own === null
      ? null
      : Math.round(own + postgresMemory(env['VIGIE_DATA_DIR'] ?? path.join(cwd, 'data')))
  await stop()
  return { seconds, memory }
}

/** The private PostgreSQL is no child of the desk: it outlives a desk that is killed. */
function postgresMemory(dataDir: string): number {
  try {
    const pid = Number(
      readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
    )
    return memoryOf(pid) ?? 0
  } catch {
    return 0
  }
}

const round = (seconds: number) => Math.round(seconds * 100) / 100
