import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbedded, openPrivateTcp } from './embedded.ts'
import type { Embedded } from './embedded.ts'
import {
  ask,
  copyOfMade,
  fast,
  makeOnce,
  newFolder,
  otherDesk,
  remove,
  serverOf,
  usedFolder,
} from './fixture.ts'

makeOnce()

describe('the private database', () => {
  test('is made on first use, and found again by the next start', async () => {
    const folder = newFolder()
    const first = await openEmbedded(folder, fast)
    expect(first.reused).toBe(false)
    await ask(first, 'CREATE TABLE note AS SELECT $$La table en chêne$$ AS text')
    expect(await first.stop()).toBe(true)
    expect(serverOf(folder)).toBeUndefined()

    const second = await openEmbedded(folder, fast)
    expect(await ask(second, 'SELECT text FROM note')).toBe('La table en chêne')
    await second.stop()
  })

  test.skipIf(process.platform === 'win32')(
    'works under a path too long for a socket',
    async () => {
      const folder = path.join(newFolder(), 'Atelier Morel & filles', 'x'.repeat(100))
      const desk = await openEmbedded(folder, fast)
      expect(await ask(desk, 'SELECT 1')).toBe(1)
      const place = desk.connection.host
      expect(fs.statSync(place).mode & 0o077).toBe(0)
      await desk.stop()
      fs.rmSync(place, { recursive: true })
    },
  )
})

describe('while it runs', () => {
  let folder: string
  let desk: Embedded
  beforeAll(async () => {
    folder = copyOfMade()
    desk = await openEmbedded(folder)
  })
  afterAll(async () => {
    await desk.stop()
    remove(folder)
  })

  test('it searches French without accents, as the desk needs', async () => {
    await ask(desk, 'CREATE EXTENSION unaccent')
    await ask(desk, 'CREATE EXTENSION pg_trgm')
    const found = `to_tsvector('french', unaccent('des tables en chêne')) @@ to_tsquery('french', 'table & chene')`
    expect(await ask(desk, `SELECT ${found}`)).toBe(true)
    expect(await ask(desk, 'SHOW server_encoding')).toBe('UTF8')
  })

  test('it keeps what was committed through a power cut', async () => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
      expect(await ask(desk, `SHOW ${setting}`), setting).toBe('on')
    }
  })

  test.skipIf(process.platform === 'win32')('its only door is a socket of its own', async () => {
    expect(await ask(desk, 'SHOW listen_addresses')).toBe('')
    expect(fs.statSync(desk.connection.host).mode & 0o077).toBe(0)
  })

  test('it writes nothing of what people say into its log', async () => {
    await ask(desk, 'CREATE TABLE contact (mail text UNIQUE)')
    const add = `INSERT INTO contact VALUES ('yanis@atelier-morel.example')`
    await ask(desk, add)
    await expect(ask(desk, add)).rejects.toThrow('duplicate key')
    const log = () => fs.readFileSync(path.join(folder, 'server.log'), 'utf8')
    await expect.poll(log).toContain('duplicate key')
    expect(log()).not.toContain('yanis')
  })
})

describe('over TCP', () => {
  test('asks for its password and listens on this machine only', async () => {
    const desk = await openPrivateTcp(usedFolder(), fast)
    expect(desk.url).toMatch(/^postgresql:\/\/vigie:[\w-]{32}@127\.0\.0\.1:\d+\/vigie$/)
    expect(await ask(desk, 'SHOW listen_addresses')).toBe('127.0.0.1')
    const wrong = { url: desk.url.replace(/vigie:[\w-]+@/, 'vigie:hunter2@') }
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed')
    await desk.stop()
  })
})

describe('several processes on one folder', () => {
  test('share the server, and the last to leave stops it', async () => {
    const folder = usedFolder()
    const ours = await openEmbedded(folder, fast)
    const other = otherDesk(folder)
    const opened = await other.opened()
    expect(opened).toEqual({ reused: true, url: ours.url })
    expect(await ours.stop()).toBe(false)
    expect(await ask(opened, 'SELECT 1')).toBe(1)
    expect(await other.left()).toEqual({ stopped: true })
    expect(serverOf(folder)).toBeUndefined()
  })

  test('that start at once on a new folder make one database', async () => {
    const folder = newFolder()
    const desks = [otherDesk(folder), otherDesk(folder), otherDesk(folder)]
    const opened = await Promise.all(desks.map((desk) => desk.opened()))
    expect(opened.map((desk) => desk.reused).toSorted()).toEqual([false, true, true])
    expect(new Set(opened.map((desk) => desk.url)).size).toBe(1)
    const left = await Promise.all(desks.map((desk) => desk.left()))
    expect(left.filter((desk) => desk.stopped)).toHaveLength(1)
    expect(serverOf(folder)).toBeUndefined()
  })

  test('leaving twice does nothing', async () => {
    const folder = usedFolder()
    const [one, two] = [await openEmbedded(folder, fast), await openEmbedded(folder, fast)]
    expect(await one.stop()).toBe(false)
    expect(await one.stop()).toBe(false)
    expect(await ask(two, 'SELECT 1')).toBe(1)
    expect(await two.stop()).toBe(true)
  })
})
