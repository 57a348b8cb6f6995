import path from 'node:path'
import { ConfigError, readConfig } from './config.ts'
import { openDeskDatabase } from './open-database.ts'
import { writeBackup } from './backup/write-backup.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const config = readConfig(process.env)
  const now = new Date()
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')
  const target = path.resolve(process.argv[2] ?? `vigie-${stamp}.tar`)
  const { database, stop } = await openDeskDatabase(config)
  try {
    const { tables, files, bytes } = await writeBackup(
      database,
      path.join(config.dataDir, 'media'),
      target,
      now,
    )
    say(
      `Backup written: ${target} (${tables} tables, ${files} files, ${(bytes / 1e6).toFixed(1)} MB).`,
    )
    say(
      `It holds no key. Keep ${path.join(config.dataDir, 'secret.key')} apart: without it, accounts must be connected again.`,
    )
  } finally {
    await stop()
  }
} catch (error) {
  say(error instanceof ConfigError ? error.message : `No backup was written: ${String(error)}`)
  process.exit(1)
}
