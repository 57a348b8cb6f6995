import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFiles } from '#platform/files/files.ts'
import { createDatabase, dropDatabase, emptyDatabase } from '#support/database.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { readBackup } from './read-backup.ts'
import { writeBackup } from './write-backup.ts'

let atelier: TestDesk
let folder: string
let backup: string

beforeAll(async () => {
  atelier = await openTestDesk()
  const owner = await atelier.signUp()
  await owner.patch('/companies/current', { name: 'Atelier Morel & fils\t\\N « à Lyon »' })
  await owner.post('/keys', { name: 'Caisse', scopes: ['company:read', 'results:read'] })
  await atelier.desk.files.put(Buffer.from('une image'))
  folder = await mkdtemp(path.join(tmpdir(), 'vigie-backup-test-'))
  backup = path.join(folder, 'desk.tar')
  const media = path.join(atelier.config.dataDir, 'media')
  await writeBackup(atelier.databaseUrl, media, backup, atelier.clock.now())
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a backup', () => {
  it('comes back whole in an empty database, figures and files alike', async () => {
    const target = await emptyDatabase()
    const files = openFiles(path.join(folder, 'restored'))
    const result = await readBackup(backup, target, files)
    expect(result.files).toBe(1)
    expect(await everything(target)).toEqual(await everything(atelier.databaseUrl))
    await expect(insertEvent(target)).resolves.not.toThrow()
    await dropDatabase(target)
  })

  it('refuses to overwrite a desk, and says where to restore instead', async () => {
    const used = await createDatabase()
    const restored = readBackup(backup, used, openFiles(path.join(folder, 'x')))
    await expect(restored).rejects.toThrow(/not empty/)
    await dropDatabase(used)
  })

  it('refuses what is not a backup, and leaves the database empty', async () => {
    const target = await emptyDatabase()
    const wrong = path.join(folder, 'wrong.tar')
    await writeFile(wrong, Buffer.alloc(2048, 'x'))
    await expect(readBackup(wrong, target, openFiles(folder))).rejects.toThrow(/not a backup/)
    expect(await everything(target)).toEqual({})
    await dropDatabase(target)
  })
})

/** Every row of every table. */
async function everything(url: string): Promise<Record<string, unknown[]>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname not like 'kysely%' order by 1`,
  )
  const rows: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    const { rows: content } = await client.query(`select t::text from "${name}" t order by 1`)
    rows[name] = content
  }
  await client.end()
  return rows
}

async function insertEvent(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into events (company_id, name) select id, 'test.event' from companies limit 1`,
    )
  } finally {
    await client.end()
  }
}
