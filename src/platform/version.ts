import { readFileSync } from 'node:fs'
import path from 'node:path'

const packageFile = path.resolve(import.meta.dirname, '../../package.json')

/** Version of the desk, from package.json. */
export const version: string = (
  JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
).version
