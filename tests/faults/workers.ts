import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Workers {
  /** Kills one that works, without a warning, and starts another. */
  killOne(pick: (count: number) => number): Promise<void>
  /** When all of them work. */
  ready(): Promise<void>
  /** Kills all and starts none. */
  stop(): void
  /** What they complained of. */
  complaints: string[]
}

/** So many real processes, each replaced when it is killed. */
export function startWorkers(count: number, env: Record<string, string>): Workers {
  const complaints: string[] = []
  const start = () => startWorker(env, (line) => complaints.push(line))
  const crew = Array.from({ length: count }, start)
  return {
    complaints,
    async killOne(pick) {
      const place = pick(crew.length)
      const victim = crew[place]
      if (!victim) throw new Error('nobody to kill')
      await victim.ready
      victim.process.kill('SIGKILL')
      crew[place] = start()
    },
    async ready() {
      await Promise.all(crew.map((worker) => worker.ready))
    },
    stop() {
      for (const { process } of crew) process.kill('SIGKILL')
    },
  }
}

interface Worker {
  process: ChildProcess
  ready: Promise<void>
}

function startWorker(env: Record<string, string>, complain: (line: string) => void): Worker {
  const file = path.join(import.meta.dirname, 'worker.ts')
  // Started some sixty times: what Node compiled once need not be compiled again.
  const cache = { NODE_COMPILE_CACHE: path.join(tmpdir(), 'vigie-compile-cache') }
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'], ...cache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString()
    complain(data.toString())
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`a worker ended by itself (${code}): ${said}`))
    })
  })
  // Killed before it was ready, at the end: nobody waits for it.
  ready.catch(() => {})
  return { process: child, ready }
}
