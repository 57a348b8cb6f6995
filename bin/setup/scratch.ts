import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** The set-up is CommonJS without types: a test says what it expects of it. */
export function setup<Shape>(file: string): Shape {
  return createRequire(import.meta.url)(`./${file}`) as Shape
}

/** A folder with these files, removed after the test. */
export function scratch(files: Record<string, string | object> = {}): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vigie-setup-')))
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  }
  return root
}

/** A clone in which everything is installed, whose programs are these. */
export function installedClone(programs: Record<string, string>): string {
  const lock = { packages: { '': {} } }
  const root = scratch({
    'package.json': { type: 'module' },
    'package-lock.json': lock,
    'node_modules/.package-lock.json': lock,
    ...programs,
  })
  const bin = fileURLToPath(new URL('../', import.meta.url))
  fs.cpSync(path.join(bin, 'run.cjs'), path.join(root, 'bin/run.cjs'))
  fs.cpSync(path.join(bin, 'setup'), path.join(root, 'bin/setup'), { recursive: true })
  return root
}

export interface Running {
  child: ChildProcess
  /** All that was written so far, on both streams. */
  output(): string
  ended: Promise<{ code: number | null; signal: string | null; output: string }>
}

export function run(program: string, args: string[], options: { cwd?: string; env?: object } = {}) {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (part) => (output += part))
  child.stderr.on('data', (part) => (output += part))
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<Awaited<Running['ended']>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, output }))
  })
  return { child, output: () => output, ended } satisfies Running
}
