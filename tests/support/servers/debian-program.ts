import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { cachedFolder } from './cache.ts'
import { findProgram } from './find-program.ts'
import { runOrThrow, runToEnd } from './run-to-end.ts'
import { tellWhile } from './tell.ts'
import { MachineCannot } from './test-server.ts'

export interface DebianProgram {
  /** `stable`, `sid`… */
  suite: string
  package: string
  /** Where the program is inside its package: `usr/bin/snac`. */
  program: string
}

/**
 * Fetches a program of Debian and every library it needs, its C library included, into the cache,
 * and returns the command that runs it (to be followed by its own arguments). Nothing is installed
 * on the machine, whose own Debian may be older. apt does the fetching, in a folder of its own,
 * and checks signatures. Throws `MachineCannot` where there is no Debian apt or no mirror.
 */
export async function debianProgram(wanted: DebianProgram): Promise<string[]> {
  const folder = await cachedFolder(wanted.package, JSON.stringify(wanted), (draft) => {
    requireApt(wanted)
    return tellWhile(`${wanted.package}: fetching it from Debian, the first time only`, () =>
      fill(draft, wanted),
    )
  })
  const library = join(folder, 'lib')
  const loader = join(library, loaderIn(library))
  return [loader, '--library-path', library, join(folder, basename(wanted.program))]
}

const KEYRING = '/usr/share/keyrings/debian-archive-keyring'
const keyring = () => [`${KEYRING}.pgp`, `${KEYRING}.gpg`].find((path) => existsSync(path))

function requireApt({ package: name }: DebianProgram): void {
  if (!findProgram('apt-get') || !findProgram('dpkg-deb') || !keyring()) {
    throw new MachineCannot(`${name} comes from Debian’s packages, and apt for Debian is not here.`)
  }
}

async function fill(draft: string, wanted: DebianProgram): Promise<Record<string, unknown>> {
  const apt = join(draft, 'apt')
  const packages = await download(apt, wanted)
  const root = join(draft, 'root')
  mkdirSync(root)
  for (const file of packages) await runOrThrow('dpkg-deb', ['-x', file, root])
  await keepWhatRuns(root, draft, wanted.program)
  for (const folder of [apt, root]) rmSync(folder, { recursive: true })
  return { packages: packages.map((file) => basename(file, '.deb')) }
}

/** Resolves the package and its dependencies as if nothing were installed, and fetches them all. */
async function download(apt: string, { suite, package: name }: DebianProgram): Promise<string[]> {
  for (const folder of ['lists/partial', 'archives/partial']) {
    mkdirSync(join(apt, folder), { recursive: true })
  }
  writeFileSync(join(apt, 'status'), '')
  writeFileSync(join(apt, 'sources.list'), `deb [signed-by=${keyring()}] ${mirror()} ${suite} main`)
  writeFileSync(join(apt, 'apt.conf'), await aptSettings(apt))
  const env = { APT_CONFIG: join(apt, 'apt.conf'), LC_ALL: 'C' }
  const install = ['install', '--yes', '--download-only', '--no-install-recommends', name]
  for (const args of [['update', '--error-on=any'], install]) {
    const { code, output } = await runToEnd('apt-get', args, { env })
    if (code !== 0) throw new MachineCannot(`${name} cannot be fetched from Debian: ${why(output)}`)
  }
  const archives = join(apt, 'archives')
  const files = readdirSync(archives).filter((file) => file.endsWith('.deb'))
  return files.map((file) => join(archives, file))
}

async function aptSettings(apt: string): Promise<string> {
  const host = await runToEnd('apt-config', ['dump', 'Acquire'])
  const proxies = host.output.split('\n').filter((line) => /::proxy/i.test(line))
  return `
    Dir::State "${apt}";
    Dir::State::status "${apt}/status";
    Dir::Cache "${apt}";
    Dir::Etc::sourcelist "${apt}/sources.list";
    Dir::Etc::sourceparts "/dev/null";
    Dir::Etc::parts "/dev/null";
    Dir::Etc::main "/dev/null";
    Dir::Etc::preferences "/dev/null";
    Dir::Etc::preferencesparts "/dev/null";
    Acquire::Languages "none";
    // A mirror frozen in time is still signed by Debian, and what it gives stays on loopback.
    Acquire::Check-Valid-Until "false";
    // The cache may be in a home folder that apt's own account cannot enter.
    APT::Sandbox::User "";
    ${proxies.join('\n')}
  `
}

/** The mirror this machine uses, else Debian's own. */
function mirror(): string {
  const folder = '/etc/apt/sources.list.d'
  const parts = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  const sources = ['/etc/apt/sources.list', ...parts].filter((path) => existsSync(path))
  const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
  return /^[^#\n]*?(https?:\/\/[^\s\]]+\/debian)\/?(?=\s|$)/m.exec(text)?.[1] ?? USUAL_MIRROR
}

const USUAL_MIRROR = 'http://deb.debian.org/debian'

function why(output: string): string {
  const line = output.split('\n').find((text) => text.startsWith('E: ')) ?? 'apt failed.'
  return line.replace(/^E: /, '')
}

/** Asks the loader which libraries the program opens, and keeps those and the program. */
async function keepWhatRuns(root: string, folder: string, program: string): Promise<void> {
  const [triplet = ''] = readdirSync(join(root, 'usr/lib')).filter((name) =>
    name.includes('-linux-'),
  )
  const from = join(root, 'usr/lib', triplet)
  const loader = join(from, loaderIn(from))
  const path = join(root, program)
  const list = await runOrThrow(loader, ['--library-path', from, '--list', path])
  const libraries = [...list.matchAll(/=> (\S+)/g)].map(([, file]) => file ?? '')
  mkdirSync(join(folder, 'lib'))
  for (const file of new Set([loader, ...libraries])) {
    copyFileSync(file, join(folder, 'lib', basename(file)))
  }
  const kept = join(folder, basename(program))
  copyFileSync(path, kept)
  for (const file of [kept, join(folder, 'lib', basename(loader))]) chmodSync(file, 0o755)
}

function loaderIn(folder: string): string {
  const loader = readdirSync(folder).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
  if (!loader) throw new Error(`There is no program loader in ${folder}.`)
  return loader
}
