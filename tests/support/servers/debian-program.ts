import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

import { cachedFolder } from './cache.ts'
import { unpackDebian } from './debian-packages.ts'
import { runOrThrow } from './run-to-end.ts'

export interface DebianProgram {
  /** `stable`, `sid`… */
  suite: string
  package: string
  /** Where the program is inside its package: `usr/bin/snac`. */
  program: string
}

/**
 * Fetches a program of Debian and every library it needs, its C library included, into the cache,
 * and returns the command that runs it (to be followed by its own arguments).
 * Throws `MachineCannot` where there is no Debian apt or no mirror.
 */
export async function debianProgram(wanted: DebianProgram): Promise<string[]> {
  const { suite, package: name, program } = wanted
  const folder = await cachedFolder(name, JSON.stringify(wanted), async (draft) => {
    const from = { name, suite, packages: [name], dependencies: true }
    const { root, packages } = await unpackDebian(draft, from)
    await keepWhatRuns(root, draft, program)
    rmSync(root, { recursive: true })
    return { packages }
  })
  return commandIn(folder, basename(program))
}

/** What runs a program that `keepWhatRuns` kept. */
export function commandIn(folder: string, program: string): string[] {
  const library = join(folder, 'lib')
  return [join(library, loaderIn(library)), '--library-path', library, join(folder, program)]
}

/** Keeps, of what was unpacked, a program, the libraries that it and its modules open, and the loader. */
export async function keepWhatRuns(
  root: string,
  folder: string,
  program: string,
  modules: string[] = [],
): Promise<void> {
  const [triplet = ''] = readdirSync(join(root, 'usr/lib')).filter((name) =>
    name.includes('-linux-'),
  )
  // Until Debian 13 the C library is unpacked under /lib.
  const places = ['usr/lib', 'lib'].map((place) => join(root, place, triplet)).filter(existsSync)
  const path = places.join(':')
  const home = places.find((place) => findLoader(place)) ?? root
  const loader = join(home, loaderIn(home))
  const libraries = new Set([loader])
  for (const file of [join(root, program), ...modules]) {
    const list = await runOrThrow(loader, ['--library-path', path, '--list', file])
    for (const [, library] of list.matchAll(/=> (\S+)/g)) libraries.add(library ?? '')
  }
  mkdirSync(join(folder, 'lib'))
  for (const file of libraries) copyFileSync(file, join(folder, 'lib', basename(file)))
  const kept = join(folder, basename(program))
  copyFileSync(join(root, program), kept)
  for (const file of [kept, join(folder, 'lib', basename(loader))]) chmodSync(file, 0o755)
}

function loaderIn(folder: string): string {
  const loader = readdirSync(folder).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
  if (!loader) throw new Error(`There is no program loader in ${folder}.`)
  return loader
}

const findLoader = (library: string) =>
  readdirSync(library).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
