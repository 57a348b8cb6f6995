import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { openEmbedded } from './embedded.ts'
import type { Embedded } from './embedded.ts'
import { isAlive, readPostmaster } from './postmaster.ts'

/** Quicker to make and to stop. */
export const fast = { durable: false }

let made: string

/** Makes one database for the file that calls it: copying it is quicker than making others. */
export function makeOnce(): void {
  beforeAll(async () => {
    made = fs.mkdtempSync('/tmp/vigie-pg-made-')
    fs.chmodSync(made, 0o711)
    await (await openEmbedded(made, fast)).stop()
  })
  afterAll(() => remove(made))
}

/** A folder in which the database was made before, rid of its server after the test. */
export function usedFolder(): string {
  const folder = copyOfMade()
  onTestFinished(() => remove(folder))
  return folder
}

/** The same, removed by whoever asked for it. */
export function copyOfMade(): string {
  const folder = fs.mkdtempSync('/tmp/vigie-pg-')
  fs.cpSync(made, folder, { recursive: true })
  fs.chmodSync(folder, 0o711)
  return folder
}

/** An empty folder others may pass through, rid of its server after the test. */
export function newFolder(): string {
  const folder = fs.mkdtempSync('/tmp/vigie-pg-')
  fs.chmodSync(folder, 0o711)
  onTestFinished(() => remove(folder))
  return folder
}

export function remove(folder: string): void {
  const pid = serverOf(folder)
  if (pid) process.kill(pid, 'SIGKILL')
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

export function serverOf(folder: string): number | undefined {
  const pid = readPostmaster(path.join(folder, 'cluster'))?.pid
  return pid && isAlive(pid) ? pid : undefined
}

/** The first column of the first row. */
export async function ask(desk: { url: string }, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: desk.url })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

/** Another desk on the same folder, as a process of its own. */
export function otherDesk(folder: string) {
  const program = fileURLToPath(new URL('./desk-process.fixture.ts', import.meta.url))
  const args = ['--disable-warning=ExperimentalWarning', program, folder]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (part) => (output += part))
  const line = (at: number) =>
    expect.poll(() => output.split('\n')[at + 1], { timeout: 20_000 }).toBeDefined()
  return {
    child,
    opened: async (): Promise<Pick<Embedded, 'reused' | 'url'>> => {
      await line(0)
      return JSON.parse(output.split('\n')[0] ?? '')
    },
    left: async (): Promise<{ stopped: boolean }> => {
      child.kill('SIGTERM')
      await line(1)
      return JSON.parse(output.split('\n')[1] ?? '')
    },
    killed: () =>
      new Promise<void>((resolve) => {
        child.on('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}
