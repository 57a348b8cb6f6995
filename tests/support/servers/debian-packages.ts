import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { findProgram } from './find-program.ts'
import { runOrThrow, runToEnd } from './run-to-end.ts'
import { tellWhile } from './tell.ts'
import { MachineCannot } from './test-server.ts'

export interface DebianPackages {
  /** For the sentences: what comes of these packages. */
  name: string
  /** `stable`, `bookworm`, `sid`… */
  suite: string
  packages: string[]
  /** With everything they need, down to the C library; else these and nothing more. */
  dependencies: boolean
}

/**
 * Fetches packages of Debian and unpacks them under `draft/root`; nothing is installed on the machine, whose own
 * Debian may be older. apt does the fetching, in a folder of its own, and checks signatures. Throws
 * `MachineCannot` where there is no Debian apt or no mirror.
 * @returns the root, and which versions it holds
 */
export async function unpackDebian(
  draft: string,
  wanted: DebianPackages,
): Promise<{ root: string; packages: string[] }> {
  requireApt(wanted)
  return tellWhile(`${wanted.name}: fetching it from Debian, the first time only`, async () => {
    const apt = join(draft, 'apt')
    const files = await download(apt, wanted)
    const root = join(draft, 'root')
    mkdirSync(root)
    for (const file of files) await runOrThrow('dpkg-deb', ['-x', file, root])
    rmSync(apt, { recursive: true })
    return { root, packages: files.map((file) => basename(file, '.deb')) }
  })
}

const KEYRING = '/usr/share/keyrings/debian-archive-keyring'
const keyring = () => [`${KEYRING}.pgp`, `${KEYRING}.gpg`].find((path) => existsSync(path))

function requireApt({ name }: DebianPackages): void {
  if (!findProgram('apt-get') || !findProgram('dpkg-deb') || !keyring()) {
    throw new MachineCannot(`${name} comes from Debian’s packages, and apt for Debian is not here.`)
  }
}

/** Resolves packages and their dependencies as if nothing were installed, and fetches them all. */
async function download(apt: string, wanted: DebianPackages): Promise<string[]> {
  const { name, suite, packages, dependencies } = wanted
  for (const folder of ['lists/partial', 'archives/partial']) {
    mkdirSync(join(apt, folder), { recursive: true })
  }
  writeFileSync(join(apt, 'status'), '')
  writeFileSync(join(apt, 'sources.list'), `deb [signed-by=${keyring()}] ${mirror()} ${suite} main`)
  writeFileSync(join(apt, 'apt.conf'), await aptSettings(apt))
  const env = { APT_CONFIG: join(apt, 'apt.conf'), LC_ALL: 'C' }
  const archives = join(apt, 'archives')
  const fetch = dependencies
    ? ['install', '--yes', '--download-only', '--no-install-recommends', ...packages]
    : ['download', ...packages]
  for (const args of [['update', '--error-on=any'], fetch]) {
    const { code, output } = await runToEnd('apt-get', args, { env, cwd: archives })
    if (code !== 0) throw new MachineCannot(`${name} cannot be fetched from Debian: ${why(output)}`)
  }
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
