import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

import { describe, expect, it, vi } from 'vitest'

import { bootFrom } from './boot-server.ts'
import { MachineCannot, type Run, type TestServer } from './test-server.ts'

describe('booting a test server', () => {
  it('gives what the server tells, and leaves nothing behind once it is stopped', async () => {
    let folder = ''
    const booted = await boot(async (run) => {
      folder = run.folder
      const { pid } = await shell(run, 'echo up; exec sleep 600')
      return { pid }
    })
    if (!booted.available) throw new Error(booted.reason)
    expect(isAlive(booted.pid)).toBe(true)

    await booted.stop()
    expect(isAlive(booted.pid)).toBe(false)
    expect(existsSync(folder)).toBe(false)
  })

  it('says in one sentence why the machine cannot have it, without an error', async () => {
    const booted = await boot(async () => ({}), 'There is no Debian here.')
    expect(booted).toEqual({ available: false, reason: 'There is no Debian here.' })
  })

  it('throws with the end of its log when it fails for another reason', async () => {
    const booting = boot((run) => shell(run, 'echo "the disk is full"; exit 3'))
    await expect(booting).rejects.toThrow(/ended with 3 while starting.*the disk is full/s)
  })

  it('says so when it never answers', async () => {
    const booting = boot((run) => shell(run, 'echo thinking; exec sleep 600', 0.2))
    await expect(booting).rejects.toThrow(/did not answer in time.*thinking/s)
  })

  it('tries again when another program took its port in between', async () => {
    let tries = 0
    const booted = await boot(async (run) => {
      tries++
      await shell(run, tries === 1 ? 'echo EADDRINUSE; exit 1' : 'echo up; exec sleep 600')
      return {}
    })
    expect(tries).toBe(2)
    if (booted.available) await booted.stop()
  })

  it('stops the server when the tests that booted it are killed', async () => {
    const { folder, pid, tests } = await killableTests()
    expect(isAlive(pid)).toBe(true)

    tests.kill('SIGKILL')
    await vi.waitFor(
      () => {
        expect(isAlive(pid)).toBe(false)
        expect(existsSync(folder)).toBe(false)
      },
      { timeout: 15_000 },
    )
  })
})

function boot<Details extends object>(
  start: (run: Run) => Promise<Details>,
  whyNot?: string,
): ReturnType<typeof bootFrom<'invented', Details>> {
  const server: TestServer<Details> = {
    name: 'invented',
    async prepare() {
      if (whyNot) throw new MachineCannot(whyNot)
    },
    start,
  }
  return bootFrom(new Map([['invented', server]]), 'invented')
}

function shell(run: Run, script: string, bootSeconds = 10) {
  return run.program({
    command: 'sh',
    args: ['-c', script],
    isReady: (program) => program.log().includes('up'),
    bootSeconds,
  })
}

/** Another process that boots a server and would keep it, and that we may kill. */
async function killableTests() {
  const script = `
    import { openRun } from '${new URL('run.ts', import.meta.url).href}'
    const run = openRun('invented')
    const server = await run.program({
      command: 'sh',
      args: ['-c', 'echo $$; exec sleep 600'],
      isReady: (program) => /^\\d+$/m.test(program.log()),
    })
    console.log(JSON.stringify({ folder: run.folder, pid: Number(server.log()) }))
    setInterval(() => {}, 1000)
  `
  const tests = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(tests.stdout, 'data')) as [Buffer]
  const { folder, pid } = JSON.parse(line.toString()) as { folder: string; pid: number }
  return { folder, pid, tests }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
