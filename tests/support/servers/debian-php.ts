import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { cachedFolder } from './cache.ts'
import { unpackDebian } from './debian-packages.ts'
import { commandIn, keepWhatRuns } from './debian-program.ts'
import { runOrThrow } from './run-to-end.ts'
import type { Run } from './test-server.ts'

/** What WordPress and MediaWiki ask for; `ctype`, `tokenizer` and their like are in `common`. */
const extensions = ['sqlite3', 'intl', 'mbstring', 'xml', 'gd', 'curl']
const suite = 'bookworm'
const version = '8.2'

/** Before those that need them. */
const firstModules = ['pdo', 'dom', 'xml']

/**
 * PHP of Debian with its modules, in the cache: 35 MB to fetch, 80 MB kept.
 * @returns the command that runs it, to be followed by PHP's own arguments
 */
export async function debianPhp(): Promise<string[]> {
  const names = ['cli', 'common', 'opcache', ...extensions].map((one) => `php${version}-${one}`)
  const recipe = JSON.stringify({ suite, names, kept: 1 })
  const folder = await cachedFolder('php', recipe, async (draft) => {
    const wanted = { name: 'PHP', suite, packages: names, dependencies: true }
    const { root, packages } = await unpackDebian(draft, wanted)
    const [api = ''] = readdirSync(join(root, 'usr/lib/php')).filter((name) => /^\d+$/.test(name))
    const from = join(root, 'usr/lib/php', api)
    const modules = readdirSync(from).filter((name) => name.endsWith('.so'))
    const paths = modules.map((name) => join(from, name))
    await keepWhatRuns(root, draft, `usr/bin/php${version}`, paths)
    mkdirSync(join(draft, 'modules'))
    for (const name of modules) copyFileSync(join(from, name), join(draft, 'modules', name))
    rmSync(root, { recursive: true })
    return { packages }
  })
  return [...commandIn(folder, `php${version}`), ...settingsOf(join(folder, 'modules'))]
}

function settingsOf(modules: string): string[] {
  const names = readdirSync(modules).map((file) => file.replace(/\.so$/, ''))
  const rank = (name: string) => (firstModules.includes(name) ? firstModules.indexOf(name) : 99)
  const settings = names
    .toSorted((a, b) => rank(a) - rank(b))
    .map((name) => `${name === 'opcache' ? 'zend_extension' : 'extension'}=${name}`)
  return [
    '-n',
    ...[`extension_dir=${modules}`, ...settings, 'memory_limit=256M'].flatMap((s) => ['-d', s]),
  ]
}

/** Runs a script of PHP to its end. @returns what it wrote */
export async function runPhp(args: string[], env: Record<string, string> = {}): Promise<string> {
  const [command = '', ...first] = await debianPhp()
  return runOrThrow(command, [...first, ...args], { env })
}

export interface PhpSite {
  /** Where its files are. */
  root: string
  port: number
  /** Script asked for every request, when the files alone do not do. */
  router?: string
  settings?: string[]
  env?: Record<string, string>
}

/** Serves a folder with PHP's own server, until the tests end. */
export async function servePhp(run: Run, site: PhpSite): Promise<void> {
  const [command = '', ...first] = await debianPhp()
  const settings = (site.settings ?? []).flatMap((one) => ['-d', one])
  const router = site.router ? [site.router] : []
  const address = `127.0.0.1:${site.port}`
  await run.program({
    command,
    args: [...first, ...settings, '-S', address, '-t', site.root, ...router],
    // It asks itself now and then: one worker alone would wait for itself.
    env: { ...site.env, PHP_CLI_SERVER_WORKERS: '3' },
    isReady: (program) => /Development Server .* started/.test(program.log()),
    stopSignal: 'KILL',
  })
}
