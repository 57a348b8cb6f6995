import { cpSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { freePort } from '#support/servers/free-port.ts'
import { npmPackage } from '#support/servers/npm-package.ts'
import { runOrThrow } from '#support/servers/run-to-end.ts'
import { tellWhile } from '#support/servers/tell.ts'
import { type Run, type TestServer } from '#support/servers/test-server.ts'

export interface Ghost {
  /** The address of the site. */
  url: string
  /** Of the administrator that its people helper signs in as. */
  email: string
  password: string
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    ghost: Ghost
  }
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const version = '6.65.0'

/** Ghost 6 on SQLite: posts, images, an Admin API key. */
const ghost: TestServer<Ghost> = {
  name: 'ghost',
  async prepare() {
    await fetchGhost()
  },
  async start(run) {
    const program = await fetchGhost()
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    await boot(run, program, port)
    const owner = { email: 'morel@atelier.example', password: 'not-for-people-1' }
    await setUp(url, owner)
    return { url, ...owner }
  },
}

export const servers = [ghost]

/**
 * Ghost installs by its own pnpm lock file only. SQLite is taken from another release, which comes compiled, so that
 * nothing is compiled here.
 */
function fetchGhost(): Promise<string> {
  return npmPackage('ghost', here('package/'), (folder) =>
    tellWhile(`ghost: installing its packages with pnpm, the first time only`, async () => {
      await runOrThrow('npm', ['pack', `ghost@${version}`, '--silent'], { cwd: folder })
      await runOrThrow('tar', ['xzf', `ghost-${version}.tgz`], { cwd: folder })
      const program = join(folder, 'package')
      const pnpm = join(folder, 'node_modules/.bin/pnpm')
      const store = join(folder, 'store')
      const args = ['install', '--prod', '--frozen-lockfile', '--ignore-scripts']
      // Exactly the pnpm whose content our own lock file holds, whatever Ghost asks for.
      const env = { npm_config_manage_package_manager_versions: 'false' }
      await runOrThrow(pnpm, [...args, '--store-dir', store], { cwd: program, env })
      const sqlite = realpathSync(join(program, 'node_modules/better-sqlite3'))
      for (const name of readdirSync(sqlite)) rmSync(join(sqlite, name), { recursive: true })
      cpSync(join(folder, 'node_modules/better-sqlite3'), sqlite, { recursive: true })
      for (const name of ['store', `ghost-${version}.tgz`, 'node_modules']) {
        rmSync(join(folder, name), { recursive: true, force: true })
      }
    }),
  )
}

async function boot(run: Run, folder: string, port: number): Promise<void> {
  const program = join(folder, 'package')
  const content = join(run.folder, 'content')
  for (const name of ['data', 'images', 'logs', 'media', 'files', 'settings', 'public']) {
    mkdirSync(join(content, name), { recursive: true })
  }
  cpSync(join(program, 'content/themes'), join(content, 'themes'), { recursive: true })
  await run.program({
    command: process.execPath,
    args: [join(program, 'index.js')],
    // It reads its version from where it runs.
    cwd: program,
    env: {
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      url: `http://127.0.0.1:${port}`,
      server__host: '127.0.0.1',
      server__port: String(port),
      database__client: 'better-sqlite3',
      database__connection__filename: join(content, 'data/ghost.db'),
      database__useNullAsDefault: 'true',
      paths__contentPath: content,
      logging__transports: '["stdout"]',
      privacy__useTinfoil: 'true',
      mail__transport: 'stub',
      security__staffDeviceVerification: 'false',
    },
    isReady: ({ log }) => /Ghost booted in/.test(log()),
    stopSignal: 'KILL',
    // It makes its tables first.
    bootSeconds: 180,
  })
}

async function setUp(url: string, owner: { email: string; password: string }): Promise<void> {
  const setup = [{ name: 'Morel', ...owner, blogTitle: 'Atelier Morel' }]
  const response = await fetch(`${url}/ghost/api/admin/authentication/setup/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ setup }),
  })
  if (!response.ok) throw new Error(`Ghost was not set up: ${await response.text()}`)
}
