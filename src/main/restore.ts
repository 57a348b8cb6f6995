import path from 'node:path'
import { openFiles } from '#platform/files/files.ts'
import { readBackup, RestoreRefused } from './backup/read-backup.ts'
import { ConfigError, readConfig } from './config.ts'
import { openDeskDatabase } from './open-database.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const file = process.argv[2]
if (!file) {
  say('Say which file: bin/restore vigie-2026-11-22-090000.tar')
  process.exit(1)
}
try {
  const config = readConfig(process.env)
  const { database, stop } = await openDeskDatabase(config)
  try {
    const { tables, files } = await readBackup(
      path.resolve(file),
      database,
      openFiles(path.join(config.dataDir, 'media')),
    )
    say(`Restored: ${tables} tables, ${files} files. Start the desk with npm start.`)
  } finally {
    await stop()
  }
} catch (error) {
  const known = error instanceof RestoreRefused || error instanceof ConfigError
  say(known ? error.message : `Nothing was restored: ${String(error)}`)
  process.exit(1)
}
