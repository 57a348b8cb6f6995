import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { cachedFolder } from '#support/servers/cache.ts'
import { unpackDebian } from '#support/servers/debian-packages.ts'
import { debianPhp, runPhp, servePhp } from '#support/servers/debian-php.ts'
import { freePort } from '#support/servers/free-port.ts'
import type { TestServer } from '#support/servers/test-server.ts'

export interface MediaWiki {
  /** The address of the wiki: its first page is under it. */
  url: string
  /** The program, for its maintenance scripts. */
  program: string
  /** What its scripts are given to find its settings. */
  env: Record<string, string>
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    mediawiki: MediaWiki
  }
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** MediaWiki 1.39 on SQLite, served by Debian's PHP: edits, uploads, talk pages, watchlists, bot passwords. */
const mediawiki: TestServer<MediaWiki> = {
  name: 'mediawiki',
  async prepare() {
    await fetchProgram()
  },
  async start(run) {
    const program = await fetchProgram()
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const images = join(run.folder, 'images')
    for (const folder of [images, join(run.folder, 'cache'), join(run.folder, 'data')]) {
      mkdirSync(folder)
    }
    await install(program, run.folder, url)
    const env = {
      MW_CONFIG_FILE: join(run.folder, 'LocalSettings.php'),
      VIGIE_IMAGES: images,
    }
    await servePhp(run, { root: program, port, router: here('router.php'), env })
    return { url, program, env }
  },
}

export const servers = [mediawiki]

/** Debian's package without its extensions and without the languages that no test speaks. */
async function fetchProgram(): Promise<string> {
  await debianPhp()
  const packages = ['mediawiki', 'mediawiki-classes']
  const recipe = JSON.stringify({ packages, suite: 'bookworm', kept: 1 })
  const folder = await cachedFolder('mediawiki', recipe, async (draft) => {
    const wanted = { name: 'MediaWiki', suite: 'bookworm', packages, dependencies: false }
    const { root, packages: versions } = await unpackDebian(draft, wanted)
    const program = join(draft, 'program')
    renameSync(join(root, 'usr/share/mediawiki'), program)
    // Links to the machine's own settings and data.
    for (const name of ['config', 'extensions', 'images', 'LocalSettings.php']) {
      rmSync(join(program, name))
    }
    mkdirSync(join(program, 'extensions'))
    for (const name of ['extensions-core', 'tests', 'docs']) {
      rmSync(join(program, name), { recursive: true, force: true })
    }
    const messages = join(program, 'languages/i18n')
    for (const file of readdirSync(messages)) {
      const isOther = file.endsWith('.json') && !/^(en|fr|qqq)\.json$/.test(file)
      if (isOther) rmSync(join(messages, file))
    }
    rmSync(root, { recursive: true })
    return { packages: versions }
  })
  return join(folder, 'program')
}

async function install(program: string, folder: string, url: string): Promise<void> {
  const options = {
    confpath: folder,
    dbtype: 'sqlite',
    dbname: 'wiki',
    dbpath: join(folder, 'data'),
    server: url,
    scriptpath: '',
    lang: 'en',
    pass: 'not-for-people-1',
    skins: 'Vector',
  }
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`)
  await runPhp([join(program, 'maintenance/install.php'), ...args, 'Atelier Morel', 'Admin'])
  appendFileSync(join(folder, 'LocalSettings.php'), readFileSync(here('settings.php'), 'utf8'))
}
