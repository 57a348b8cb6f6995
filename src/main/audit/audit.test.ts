import { execFile } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'

const desk = await openTestDesk({ connectors: [] })
await desk.signUp()

/** As a person types it. */
function verify(...more: string[]): Promise<{ code: number; said: string }> {
  const script = path.resolve(import.meta.dirname, '../audit.ts')
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: desk.databaseUrl,
    VIGIE_DATA_DIR: desk.config.dataDir,
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'verify', ...more], { env }, (error, stdout) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout }),
    )
  })
}

test('audit verify says that a trail is whole and gives its head to note; then names what is broken', async () => {
  const whole = await verify()
  expect(whole).toMatchObject({
    code: 0,
    said: expect.stringContaining('Atelier Morel: whole, 1 entries'),
  })
  const [, head = ''] = /--noted (\S+)/.exec(whole.said) ?? []
  expect((await verify('--noted', head)).code).toBe(0)

  const client = new pg.Client({ connectionString: desk.databaseUrl })
  await client.connect()
  await client.query(`set session_replication_role = replica; update audit_entries set actor = 'y'`)
  await client.end()
  const broken = await verify()
  expect(broken).toMatchObject({ code: 1, said: expect.stringContaining('BROKEN at entry 1') })
  expect((await verify('--noted', 'nonsense')).code).toBe(2)
})
