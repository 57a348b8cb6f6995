import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { cachedFolder, cacheFolder } from './cache.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigie-test-cache-'))
  vi.stubEnv('VIGIE_TEST_CACHE', root)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

describe('the cache of test servers', () => {
  it('fetches once, however many ask for it at the same time', async () => {
    const fetch = vi.fn(fill)
    const asked = [1, 2, 3].map(() => cachedFolder('relay', 'recipe', fetch))
    const folders = await Promise.all(asked)
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(new Set(folders).size).toBe(1)
    expect(existsSync(join(folders[0] ?? '', 'program'))).toBe(true)
  })

  it('fetches anew when the recipe changes, and keeps the other', async () => {
    const first = await cachedFolder('relay', 'version 1', fill)
    const second = await cachedFolder('relay', 'version 2', fill)
    expect(second).not.toBe(first)
    expect(existsSync(first)).toBe(true)
  })

  it('never shows a folder that was not completed, and starts it over', async () => {
    const broken = cachedFolder('relay', 'recipe', async (folder) => {
      await fill(folder)
      throw new Error('the network went away')
    })
    await expect(broken).rejects.toThrow('the network went away')
    expect(existsSync(cacheFolder('relay', 'recipe'))).toBe(false)

    const folder = await cachedFolder('relay', 'recipe', fill)
    expect(readdirSync(folder).toSorted()).toEqual(['program', 'vigie-ready.json'])
  })

  it('does not wait for a run that was killed while it was fetching', async () => {
    const { pid } = spawnSync('true')
    const lock = `${cacheFolder('relay', 'recipe')}.lock`
    writeFileSync(lock, JSON.stringify({ pid, host: hostname() }))
    const folder = await cachedFolder('relay', 'recipe', fill)
    expect(existsSync(join(folder, 'program'))).toBe(true)
    expect(existsSync(lock)).toBe(false)
  })
})

async function fill(folder: string) {
  writeFileSync(join(folder, 'program'), 'a program')
  return {}
}
