import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { handOver } from './identity.ts'
import type { Identity } from './identity.ts'
import { askForServer, PostgresUnavailable } from './unavailable.ts'

/** The role that owns everything in the private server. */
export const ROLE = 'vigie'

/** Locale `C` keeps PostgreSQL's own messages in English, for the logs. */
export const programEnv = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  SystemRoot: process.env['SystemRoot'],
  LC_ALL: 'C',
})

/**
 * Prepares the data folder of a private server. It is made beside its final place and renamed,
 * so that a process killed half-way leaves nothing that looks finished. The caller holds the lock.
 * @throws PostgresUnavailable when it cannot be made, or was made by another major version
 */
export function prepareCluster(
  folder: string,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
): void {
  const version = versionOf(folder)
  if (version === undefined) return createCluster(folder, binaries, identity, durable)
  if (version !== binaries.major) throw otherVersion(folder, version, binaries.major)
  handOver(folder, identity)
  // a copied folder is often open to others, which PostgreSQL refuses
  if (process.platform !== 'win32') fs.chmodSync(folder, 0o700)
}

/** The password of the role over TCP; a socket in a private folder asks for none. */
export function passwordOf(folder: string): string {
  return fs.readFileSync(passwordFile(folder), 'utf8').trim()
}

function versionOf(folder: string): string | undefined {
  const file = path.join(folder, 'PG_VERSION')
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined
}

function createCluster(folder: string, binaries: Binaries, identity: Identity, durable: boolean) {
  removeUnfinished(folder)
  const draft = `${folder}.new-${process.pid}`
  const passwords = `${draft}.password`
  fs.mkdirSync(draft, { mode: 0o700 })
  fs.writeFileSync(passwords, randomBytes(24).toString('base64url'), { mode: 0o600 })
  for (const entry of [draft, passwords]) handOver(entry, identity)
  initialise(binaries, identity, [
    `--pgdata=${draft}`,
    `--pwfile=${passwords}`,
    ...(durable ? [] : ['--no-sync']),
  ])
  fs.renameSync(passwords, passwordFile(draft))
  fs.renameSync(draft, folder)
}

function initialise(binaries: Binaries, identity: Identity, options: readonly string[]): void {
  const [program = '', ...args] = [
    ...identity.prefix,
    binaries.initdb,
    ...options,
    `--username=${ROLE}`,
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]
  const how = { ...identity.spawn, cwd: '/', env: programEnv(), encoding: 'utf8' } as const
  const done = spawnSync(program, args, how)
  if (done.status !== 0) throw cannotRun(done.error?.message ?? lastLine(done.stderr))
}

function removeUnfinished(folder: string): void {
  const name = `${path.basename(folder)}.new-`
  for (const entry of fs.readdirSync(path.dirname(folder))) {
    if (!entry.startsWith(name)) continue
    fs.rmSync(path.join(path.dirname(folder), entry), { recursive: true, force: true })
  }
}

function passwordFile(folder: string): string {
  return path.join(folder, 'vigie.password')
}

export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? ''
}

/** @param detail what the program or the system said */
export function cannotRun(detail: string): PostgresUnavailable {
  return askForServer({
    en: `The PostgreSQL that Vigie brings along cannot run on this machine (${detail}).`,
    fr: `Le PostgreSQL fourni avec Vigie ne peut pas fonctionner sur cette machine (${detail}).`,
  })
}

function otherVersion(folder: string, was: string, is: string): PostgresUnavailable {
  return new PostgresUnavailable({
    en: `The data in ${folder} was written by PostgreSQL ${was} and this version of Vigie brings PostgreSQL ${is}. Make a backup with the version of Vigie you had, then restore it into an empty data folder.`,
    fr: `Les données de ${folder} ont été écrites par PostgreSQL ${was} et cette version de Vigie fournit PostgreSQL ${is}. Faites une sauvegarde avec votre version précédente de Vigie, puis restaurez-la dans un dossier de données vide.`,
  })
}
