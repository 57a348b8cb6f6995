import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Licences under which we ship what others wrote. OFL-1.1 is for fonts. */
const ALLOWED =
  /^\(?(MIT(-0)?|BSD(-\d-Clause)?|ISC|Apache-2\.0|MPL-2\.0|0BSD|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|CC-BY-4\.0|Python-2\.0|OFL-1\.1|WTFPL|LGPL-3\.0-or-later)/
const MOST_RUNTIME = 60

const root = path.resolve(import.meta.dirname, '../..')
interface Locked {
  dev?: boolean
  license?: string
}
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked & { dependencies?: object; optionalDependencies?: object }>
}

const shipped = Object.entries(lock.packages).filter(([where, { dev }]) => where && !dev)
const refused = shipped
  .map(([where, locked]) => [where, locked.license ?? installedLicence(where)] as const)
  .filter(([, licence]) => licence !== null && !ALLOWED.test(licence))
for (const [where, licence] of refused) process.stdout.write(`✗ ${where}: ${licence}\n`)

const own = lock.packages['']
const runtime =
  Object.keys(own?.dependencies ?? {}).length + Object.keys(own?.optionalDependencies ?? {}).length
process.stdout.write(
  `${runtime} runtime dependencies of ${MOST_RUNTIME}; ${shipped.length} packages shipped in all\n`,
)
process.exit(refused.length > 0 || runtime > MOST_RUNTIME ? 1 : 0)

/** The lock file leaves some licences out; packages of other platforms are not installed here. */
function installedLicence(where: string): string | null {
  const file = path.join(root, where, 'package.json')
  if (!existsSync(file)) return null
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as {
    license?: string | { type: string }
  }
  const named = typeof license === 'object' ? license.type : license
  return named ?? writtenLicence(where) ?? 'none'
}

/** Some packages say it in a file alone. */
function writtenLicence(where: string): string | null {
  const file = path.join(root, where, 'LICENSE')
  const words = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return /^\s*(The )?MIT License/i.test(words) ? 'MIT' : null
}
