import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'
import { openEmbedded, PostgresUnavailable } from './embedded.ts'
import { ask, fast, makeOnce, newFolder, otherDesk, serverOf, usedFolder } from './fixture.ts'
import { isAlive } from './postmaster.ts'

makeOnce()

describe('after a crash', () => {
  test('of the desk, its server is joined again and stopped in the end', async () => {
    const folder = usedFolder()
    const other = otherDesk(folder)
    const before = await other.opened()
    await ask(before, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await other.killed()
    const desk = await openEmbedded(folder, fast)
    expect(desk).toMatchObject({ reused: true, how: 'already running' })
    expect(await ask(desk, 'SELECT answer FROM kept')).toBe(42)
    expect(await desk.stop()).toBe(true)
  })

  test('of desk and server, what was committed is there', async () => {
    const folder = usedFolder()
    const other = otherDesk(folder)
    const before = await other.opened()
    await ask(before, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await other.killed()
    const pid = serverOf(folder)
    expect(pid).toBeDefined()
    process.kill(pid ?? 0, 'SIGKILL')
    await expect.poll(() => isAlive(pid ?? 0)).toBe(false)
    const desk = await openEmbedded(folder, fast)
    expect(desk.reused).toBe(false)
    expect(await ask(desk, 'SELECT answer FROM kept')).toBe(42)
    await desk.stop()
  })

  test('of the server alone, opening again brings it back', async () => {
    const folder = usedFolder()
    const desk = await openEmbedded(folder, fast)
    const pid = serverOf(folder) ?? 0
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => isAlive(pid)).toBe(false)
    const again = await openEmbedded(folder, fast)
    expect(await ask(again, 'SELECT 1')).toBe(1)
    await desk.stop()
    await again.stop()
  })

  test('a process number that now belongs to another program holds nothing back', async () => {
    const folder = usedFolder()
    const cluster = path.join(folder, 'cluster')
    // this very test process, as after a container was restarted
    const stale = [process.pid, cluster, 1, 5432, cluster, '', 1, 'ready'].join('\n')
    fs.writeFileSync(path.join(cluster, 'postmaster.pid'), `${stale}\n`)
    fs.writeFileSync(path.join(cluster, '.s.PGSQL.5432.lock'), `${process.pid}\n`)
    const desk = await openEmbedded(folder, fast)
    expect(await ask(desk, 'SELECT 1')).toBe(1)
    expect(await desk.stop()).toBe(true)
  })

  test('in the middle of making the database, it is made again', async () => {
    const folder = newFolder()
    fs.mkdirSync(path.join(folder, 'cluster.new-123'))
    fs.writeFileSync(path.join(folder, 'cluster.new-123', 'PG_VERSION'), '18\n')
    const desk = await openEmbedded(folder, fast)
    expect(await ask(desk, 'SELECT 1')).toBe(1)
    await desk.stop()
    expect(fs.readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([])
  })
})

const isRoot = process.getuid?.() === 0
const reason = isRoot ? '' : ' (skipped: only root can choose among accounts)'

describe.skipIf(!isRoot)(`as root${reason}`, () => {
  test('the server runs under an account that is not root', async () => {
    const desk = await openEmbedded(usedFolder(), fast)
    expect(desk.how).toMatch(/^account (postgres|nobody)$/)
    await desk.stop()
  })

  test('in a folder no other account can reach, it runs in a user namespace', async () => {
    const closed = newFolder()
    fs.chmodSync(closed, 0o700)
    const desk = await openEmbedded(path.join(closed, 'data'), fast)
    expect(desk.how).toBe('user namespace')
    expect(await ask(desk, 'SELECT 1')).toBe(1)
    expect(await desk.stop()).toBe(true)
  })

  test('a folder that was closed or opened meanwhile changes hands', async () => {
    const parent = usedFolder()
    const folder = path.join(parent, 'data')
    const hows: string[] = []
    for (const mode of [0o711, 0o700, 0o711]) {
      fs.chmodSync(parent, mode)
      const desk = await openEmbedded(folder, fast)
      hows.push(desk.how.split(' ')[0] ?? '')
      await ask(desk, 'CREATE TABLE IF NOT EXISTS kept (n int)')
      await desk.stop()
    }
    expect(hows).toEqual(['account', 'user', 'account'])
  })
})

describe('where it cannot run', () => {
  const advice = 'Set DATABASE_URL to a PostgreSQL server instead'

  test('for want of a package for this system, it says to bring a server', () => {
    expect(() => findBinaries('linux-riscv64')).toThrow(PostgresUnavailable)
    expect(() => findBinaries('linux-riscv64')).toThrow(advice)
  })

  test('data of another PostgreSQL version is left alone', async () => {
    const folder = newFolder()
    fs.mkdirSync(path.join(folder, 'cluster'), { mode: 0o700 })
    fs.writeFileSync(path.join(folder, 'cluster', 'PG_VERSION'), '17\n')
    const open = openEmbedded(folder, fast)
    await expect(open).rejects.toThrow(/written by PostgreSQL 17 .* brings PostgreSQL 18/)
    expect(fs.readdirSync(path.join(folder, 'cluster'))).toEqual(['PG_VERSION'])
  })

  test('a damaged database says what PostgreSQL says', async () => {
    const folder = usedFolder()
    fs.rmSync(path.join(folder, 'cluster', 'global', 'pg_control'))
    await expect(openEmbedded(folder, fast)).rejects.toThrow(/did not start: .*pg_control/)
  })

  test('a data folder that is a file is told in both languages', async () => {
    const file = path.join(newFolder(), 'file')
    fs.writeFileSync(file, '')
    const failure = await openEmbedded(file, fast).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(PostgresUnavailable)
    expect((failure as PostgresUnavailable).text.en).toContain('cannot be written')
    expect((failure as PostgresUnavailable).text.fr).toContain('n’est pas accessible en écriture')
  })
})
