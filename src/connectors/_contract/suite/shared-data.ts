import { existsSync } from 'node:fs'
import path from 'node:path'

const variables = { specs: 'VIGIE_SPECS', conformance: 'VIGIE_CONFORMANCE' }

/**
 * Where a vendor's specification or conformance data lies: none of it is part of the project.
 * @returns the path, or null once it has been said on stderr why the tests that need it are skipped
 */
export function sharedData(kind: keyof typeof variables, file: string): string | null {
  const variable = variables[kind]
  const found = path.resolve(process.env[variable] ?? `../shared/${kind}`, file)
  if (existsSync(found)) return found
  process.stderr.write(
    `skipped: ${file} is not at ${found}; say where the ${kind} are in ${variable}\n`,
  )
  return null
}
