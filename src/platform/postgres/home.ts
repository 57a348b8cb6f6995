import fs from 'node:fs'
import path from 'node:path'
import { PostgresUnavailable } from './unavailable.ts'

/** Where a private server keeps its things. */
export interface Home {
  root: string
  /** PostgreSQL's own data folder. */
  cluster: string
  logFile: string
  /** Held alone by the process that is coming in or going out. */
  gate: string
  /** Held together by every process that uses the server. */
  users: string
}

/**
 * Makes the folder if need be. Paths are real ones: two names of one folder must mean one
 * server.
 * @throws PostgresUnavailable when it cannot be written
 */
export function createHome(folder: string): Home {
  try {
    // others may pass through to what is theirs (PostgreSQL's own account) but not look around
    fs.mkdirSync(folder, { recursive: true, mode: 0o711 })
    const root = fs.realpathSync(folder)
    return {
      root,
      cluster: path.join(root, 'cluster'),
      logFile: path.join(root, 'server.log'),
      gate: privateFile(path.join(root, 'gate.lock')),
      users: privateFile(path.join(root, 'users.lock')),
    }
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code ?? error)
    throw new PostgresUnavailable({
      en: `The data folder ${folder} cannot be written (${code}). Give it to the account that runs Vigie, or choose another with VIGIE_DATA_DIR.`,
      fr: `Le dossier de données ${folder} n’est pas accessible en écriture (${code}). Donnez-le au compte qui lance Vigie, ou choisissez-en un autre avec VIGIE_DATA_DIR.`,
    })
  }
}

function privateFile(file: string): string {
  fs.closeSync(fs.openSync(file, 'a', 0o600))
  return file
}
