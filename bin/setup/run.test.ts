import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { installedClone, run, scratch } from './scratch.ts'

const node = process.execPath
const says = `console.log('ran', process.argv.slice(2).join(' '), 'in', process.cwd())`
const stays = `
  console.log('open', process.pid)
  const end = (signal) => { console.log('closed by', signal); process.exit(0) }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
  setInterval(() => {}, 1000)`

function vigie(root: string, args: string[], options?: Parameters<typeof run>[2]) {
  return run(node, [path.join(root, 'bin/run.cjs'), ...args], options)
}

test('a command runs its program with what follows, and ends with its code', async () => {
  const root = installedClone({ 'src/main/start.ts': `${says}; process.exit(3)` })
  const { code, output } = await vigie(root, ['start', '--port', '80'], { cwd: '/' }).ended
  expect(output.trim()).toBe(`ran --port 80 in ${root}`)
  expect(code).toBe(3)
})

test('a backup is written where the person is', async () => {
  const root = installedClone({ 'src/main/backup.ts': says })
  const home = scratch()
  const env = { INIT_CWD: undefined }
  const { output } = await vigie(root, ['backup', 'desk.vigie'], { cwd: home, env }).ended
  expect(output.trim()).toBe(`ran desk.vigie in ${home}`)
})

test('the program finds the same Node on its path', async () => {
  const program = `
    import { execFileSync } from 'node:child_process'
    console.log(execFileSync('node', ['-p', 'process.execPath'], { encoding: 'utf8' }))`
  const root = installedClone({ 'src/main/start.ts': program })
  const { output } = await vigie(root, ['start']).ended
  expect(fs.realpathSync(output.trim())).toBe(fs.realpathSync(node))
})

test.each([
  [['launch'], /^Unknown command “launch”. There are: start, dev, test/],
  [['constructor'], /^Unknown command “constructor”/],
  [[], /^Say what to run: start/],
])('%j is answered with the commands there are', async (args, expected) => {
  const { code, output } = await vigie(installedClone({}), args).ended
  expect(output).toMatch(expected)
  expect(code).toBe(1)
})

test('the terminal is answered in French when it is French', async () => {
  const env = { LANG: 'fr_FR.UTF-8', LC_ALL: '' }
  const { output } = await vigie(installedClone({}), ['ouvrir'], { env }).ended
  expect(output).toMatch(
    /^Commande inconnue «\u00a0ouvrir\u00a0»\. Les commandes sont\u00a0: start/,
  )
})

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s is passed on', async (signal) => {
    const desk = vigie(installedClone({ 'src/main/start.ts': stays }), ['start'])
    await expect.poll(desk.output).toContain('open')
    desk.child.kill(signal)
    expect(await desk.ended).toMatchObject({ code: 0, output: expect.stringContaining(signal) })
  })

  test('a program that was killed is told by the same signal', async () => {
    const root = installedClone({ 'src/main/start.ts': 'process.kill(process.pid, "SIGKILL")' })
    expect(await vigie(root, ['start']).ended).toMatchObject({ signal: 'SIGKILL' })
  })

  test.skipIf(process.platform === 'win32')(
    'started by npm, the program stops when npm is gone',
    async () => {
      const root = installedClone({ 'src/main/start.ts': stays })
      // like npm: a shell between it and the command, which dies alone
      const line = `"${node}" "${path.join(root, 'bin/run.cjs')}" start; true`
      const shell = run('/bin/sh', ['-c', line], { env: { npm_lifecycle_event: 'start' } })
      await expect.poll(shell.output).toContain('open')
      const pid = Number(/open (\d+)/.exec(shell.output())?.[1])
      onTestFinished(() => {
        if (isAlive(pid)) process.kill(pid, 'SIGKILL')
      })
      shell.child.kill('SIGKILL')
      await expect.poll(shell.output, { timeout: 5_000 }).toContain('closed by SIGTERM')
      await expect.poll(() => isAlive(pid)).toBe(false)
    },
  )
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
