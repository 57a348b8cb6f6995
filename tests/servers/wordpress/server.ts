import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { debianPhp, runPhp, servePhp } from '#support/servers/debian-php.ts'
import { freePort } from '#support/servers/free-port.ts'
import { npmPackage } from '#support/servers/npm-package.ts'
import type { TestServer } from '#support/servers/test-server.ts'

export interface WordPressSite {
  /** The address of its first page. */
  url: string
  /** Its files, for `runOnWordPress`. */
  folder: string
}

/** Two sites on one address. */
export interface WordPress extends WordPressSite {
  /** A site under `/journal`, without pretty addresses: its API is at `?rest_route=`. */
  plain: WordPressSite
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    wordpress: WordPress
  }
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** WordPress 6.5 on SQLite, served by Debian's PHP: posts, media, comments, application passwords. */
const wordpress: TestServer<WordPress> = {
  name: 'wordpress',
  async prepare() {
    await fetchFiles()
  },
  async start(run) {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const root = join(run.folder, 'site')
    const plain = { url: `${url}/journal`, folder: join(root, 'journal') }
    await makeSite({ url, folder: root }, '/%postname%/')
    await makeSite(plain, '')
    const settings = ['upload_max_filesize=2M', 'post_max_size=8M']
    await servePhp(run, { root, port, settings })
    return { url, folder: root, plain }
  },
}

export const servers = [wordpress]

/** The packages hold six versions of WordPress with all that browsers need: one without is kept, of 16 MB. */
async function fetchFiles(): Promise<string> {
  await debianPhp()
  return npmPackage('wordpress', here('package/'), async (folder) => {
    const builds = join(folder, 'node_modules/@wp-playground/wordpress-builds/src')
    const sqlite = 'sqlite-database-integration'
    await unzip(join(builds, 'wordpress/wp-6.5.zip'), join(folder, 'site'))
    await unzip(join(builds, sqlite, `${sqlite}.zip`), folder)
    const content = join(folder, 'site/wp-content')
    renameSync(join(folder, `${sqlite}-main`), join(content, 'plugins', sqlite))
    cpSync(join(content, 'plugins', sqlite, 'db.copy'), join(content, 'db.php'))
    rmSync(join(content, 'database'), { recursive: true })
    rmSync(join(folder, 'node_modules'), { recursive: true })
  })
}

const unzip = (file: string, folder: string) =>
  runPhp(['-r', '(new PharData($argv[1]))->extractTo($argv[2], null, true);', file, folder])

async function makeSite({ url, folder }: WordPressSite, permalinks: string): Promise<void> {
  cpSync(join(await fetchFiles(), 'site'), folder, { recursive: true })
  const plugins = join(folder, 'wp-content/mu-plugins')
  mkdirSync(plugins, { recursive: true })
  cpSync(here('for-tests.php'), join(plugins, 'for-tests.php'))
  const config = readFileSync(here('wp-config.php'), 'utf8')
  writeFileSync(join(folder, 'wp-config.php'), config.replaceAll('VIGIE_SITE_URL', url))
  await runOnWordPress({ url, folder }, 'install', { title: 'Atelier Morel', permalinks })
}

/** Does something on a site without its REST API, for what tests cannot do through it. */
export async function runOnWordPress<Answer>(
  { folder, url }: WordPressSite,
  command: 'install' | 'person' | 'visitor',
  asked: object,
): Promise<Answer> {
  const env = { HTTP_HOST: new URL(url).host }
  const said = await runPhp([here('setup.php'), folder, command, JSON.stringify(asked)], env)
  return JSON.parse(said.slice(said.lastIndexOf('\n') + 1)) as Answer
}
