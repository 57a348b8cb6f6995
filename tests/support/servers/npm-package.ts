import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'

import { cachedFolder } from './cache.ts'
import { runToEnd, tail } from './run-to-end.ts'
import { tellWhile } from './tell.ts'
import { MachineCannot } from './test-server.ts'

/**
 * Installs the exact packages of a server's own `package-lock.json` into the cache and returns
 * the folder. No install script is run: what needs compiling is not for tests. `finish` may make
 * something else of them, once, before the folder is given.
 * Throws `MachineCannot` when npm is missing or its registry cannot be reached.
 */
export async function npmPackage(
  name: string,
  serverFolder: string,
  finish: (folder: string) => Promise<void> = async () => {},
): Promise<string> {
  const lock = join(serverFolder, 'package-lock.json')
  return cachedFolder(name, readFileSync(lock, 'utf8'), async (folder) => {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(join(serverFolder, file), join(folder, file))
    }
    await tellWhile(`${name}: installing its packages from npm, the first time only`, () =>
      install(name, folder),
    )
    await finish(folder)
    return { packages: Object.keys(JSON.parse(readFileSync(lock, 'utf8')).packages).length }
  })
}

/**
 * Puts a script of the tree beside the installed packages, where its imports find them, and
 * returns its path there. Its name carries its content: runs of other versions are not disturbed.
 */
export function placeScript(packageFolder: string, script: string): string {
  const text = readFileSync(script)
  const version = createHash('sha256').update(text).digest('hex').slice(0, 8)
  const placed = join(packageFolder, `${version}-${basename(script)}`)
  if (!existsSync(placed)) {
    const draft = `${placed}.${process.pid}`
    writeFileSync(draft, text)
    renameSync(draft, placed)
  }
  return placed
}

async function install(name: string, folder: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const args = ['ci', '--ignore-scripts', '--omit=dev', ...quiet]
  const { code, output } = await runToEnd('npm', args, { cwd: folder })
  if (code === 0) return
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH/.test(output)) {
    throw new MachineCannot(`The packages of ${name} are not here and npm cannot be reached.`)
  }
  throw new Error(`npm could not install the packages of ${name}:\n${tail(output, 20)}`)
}
