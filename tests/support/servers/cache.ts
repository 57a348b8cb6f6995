import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { withProcessLock } from './process-lock.ts'

const STAMP = 'vigie-ready.json'

/** Where fetched servers live, outside the tree: `VIGIE_TEST_CACHE`, or `~/.cache/vigie-tests`. */
export function cacheRoot(): string {
  return process.env.VIGIE_TEST_CACHE || join(homedir(), '.cache', 'vigie-tests')
}

/**
 * Fills a folder of the cache once and returns its path. `recipe` is everything that decides what
 * the folder holds (a lock file, a list of packages): another recipe is another folder. `fill`
 * works in a folder of its own, renamed when complete, so a folder that is there is whole.
 * What `fill` returns is kept in the folder for whoever wonders what is inside.
 */
export async function cachedFolder(
  name: string,
  recipe: string,
  fill: (folder: string) => Promise<Record<string, unknown>>,
): Promise<string> {
  const folder = cacheFolder(name, recipe)
  if (existsSync(join(folder, STAMP))) return folder
  return withProcessLock(`${folder}.lock`, async () => {
    if (existsSync(join(folder, STAMP))) return folder
    const draft = `${folder}.draft`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    const facts = await fill(draft).catch((error) => {
      rmSync(draft, { recursive: true, force: true })
      throw error
    })
    writeFileSync(join(draft, STAMP), JSON.stringify({ at: new Date(), ...facts }, null, 2))
    rmSync(folder, { recursive: true, force: true })
    renameSync(draft, folder)
    return folder
  })
}

/** The folder that `cachedFolder` fills for this recipe on this kind of machine. */
export function cacheFolder(name: string, recipe: string): string {
  const machine = `${process.platform}-${process.arch}`
  const hash = createHash('sha256').update(machine).update(recipe).digest('hex').slice(0, 12)
  return join(cacheRoot(), `${name}-${hash}`)
}
