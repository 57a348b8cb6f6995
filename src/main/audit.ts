import { verifyCompanies } from '#domain/governance/index.ts'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { preferredLanguage } from '#platform/text.ts'
import { ConfigError, readConfig } from './config.ts'
import { noted, report, usage } from './audit/report.ts'
import { openDeskDatabase } from './open-database.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const language = preferredLanguage((process.env['LC_ALL'] ?? process.env['LANG'])?.slice(0, 2))

/** `audit verify [--noted <company>:<number>:<hash> …]`: ends with 1 when a chain does not hold. */
async function run([command, ...rest]: string[]): Promise<number> {
  const heads = noted(rest)
  if (command !== 'verify' || !heads) {
    say(usage(language))
    return 2
  }
  const { database, stop } = await openDeskDatabase(readConfig(process.env))
  const pool = openPool(database, 2)
  try {
    const verdicts = await verifyCompanies(openDatabase(pool), heads)
    for (const line of report(verdicts, language)) say(line)
    return verdicts.every(({ broken }) => broken === null) ? 0 : 1
  } finally {
    await pool.end()
    await stop()
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  say(error instanceof ConfigError ? error.message : String(error))
  process.exitCode = 1
}
