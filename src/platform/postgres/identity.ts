import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { askForServer, PostgresUnavailable } from './unavailable.ts'

/** Under which account PostgreSQL runs: it refuses to be root. */
export interface Identity {
  how: 'own account' | `account ${string}` | 'user namespace'
  spawn: { uid?: number; gid?: number }
  /** Words that go before the program on its command line. */
  prefix: readonly string[]
}

/**
 * Chooses the account for a server whose files live under `dataDir`. For root: `postgres` or
 * `nobody` when they can reach the programs and the folder, else a user namespace in which the
 * process is nobody although its files stay root's.
 * @throws PostgresUnavailable when root has none of these
 */
export function chooseIdentity(binaries: Binaries, dataDir: string): Identity {
  if (process.getuid?.() !== 0) return { how: 'own account', spawn: {}, prefix: [] }
  for (const name of ['postgres', 'nobody']) {
    const account = accountNamed(name)
    if (account && canReach(account, binaries, dataDir)) {
      return { how: `account ${name}`, spawn: account, prefix: [] }
    }
  }
  if (spawnSync('unshare', ['--user', 'true']).status === 0) {
    return { how: 'user namespace', spawn: {}, prefix: ['unshare', '--user'] }
  }
  throw askForServer({
    en: `PostgreSQL refuses to run as root, and neither the account postgres nor nobody can reach ${dataDir}. Run Vigie under an ordinary account, or set VIGIE_DATA_DIR to a folder such as /var/lib/vigie.`,
    fr: `PostgreSQL refuse d’être lancé par root, et ni le compte postgres ni le compte nobody n’ont accès à ${dataDir}. Lancez Vigie sous un compte ordinaire, ou choisissez avec VIGIE_DATA_DIR un dossier tel que /var/lib/vigie.`,
  })
}

/**
 * Gives a folder and all in it to the identity; no server may be running on it. The folder may
 * have been written under another one: by a first start as root, or with a stricter parent folder.
 * @throws PostgresUnavailable when it belongs to somebody else and this process is not root
 */
export function handOver(folder: string, identity: Identity): void {
  if (!process.getuid) return
  const uid = identity.spawn.uid ?? process.getuid()
  if (fs.lstatSync(folder).uid === uid) return
  if (process.getuid() !== 0) {
    throw new PostgresUnavailable({
      en: `The data folder ${folder} belongs to another account, perhaps because Vigie was once started as root. Give it back with: sudo chown -R "$(id -u)" "${path.dirname(folder)}"`,
      fr: `Le dossier de données ${folder} appartient à un autre compte, peut-être parce que Vigie a été lancée une fois par root. Reprenez-le avec : sudo chown -R "$(id -u)" "${path.dirname(folder)}"`,
    })
  }
  chownTree(folder, uid, identity.spawn.gid ?? process.getgid?.() ?? uid)
}

function chownTree(entry: string, uid: number, gid: number): void {
  if (fs.lstatSync(entry).isDirectory()) {
    for (const name of fs.readdirSync(entry)) chownTree(path.join(entry, name), uid, gid)
  }
  // the folder itself last: an interrupted hand-over is done again
  fs.lchownSync(entry, uid, gid)
}

function accountNamed(name: string): { uid: number; gid: number } | undefined {
  const passwd = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8') : ''
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':')
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])]
  return uid > 0 && gid > 0 ? { uid, gid } : undefined
}

function canReach(
  account: { uid: number; gid: number },
  binaries: Binaries,
  dataDir: string,
): boolean {
  const tests = '[ -x "$1" ] && [ -r "$2" ] && [ -x "$3" ]'
  const args = ['-c', tests, 'sh', binaries.postgres, binaries.sample, dataDir]
  return spawnSync('/bin/sh', args, { ...account, cwd: '/' }).status === 0
}
