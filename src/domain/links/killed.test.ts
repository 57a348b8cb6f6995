import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { openTestDesk } from '#support/desk.ts'

const start = path.resolve(import.meta.dirname, '../../main/start.ts')

it('a desk that is killed has kept every click it answered', { timeout: 60_000 }, async () => {
  const atelier = await openTestDesk({ now: new Date().toISOString() })
  const camille = await atelier.signUp()
  const { body } = await camille.post('/links', { target: 'https://atelier-morel.example/' })
  const { child, origin } = await openDeskProcess(atelier.databaseUrl, atelier.config.dataDir)

  let answered = 0
  const visitors = Array.from({ length: 20 }, async (_, visitor) => {
    for (let n = 0; ; n++) {
      const headers = { 'user-agent': `Mozilla/5.0 (${visitor}; ${n})`, 'accept-language': 'fr' }
      const answer = await fetch(`${origin}/l/${body.code}`, { redirect: 'manual', headers })
      if (answer.status === 302) answered++
    }
  })
  const stopped = Promise.allSettled(visitors)
  await expect.poll(() => answered, { timeout: 20_000 }).toBeGreaterThan(200)
  child.kill('SIGKILL')
  await Promise.all([stopped, once(child, 'exit')])

  const { rows } = await sql<{ kept: number }>`select count(*) as kept from clicks`.execute(
    atelier.desk.db,
  )
  const kept = rows[0]?.kept ?? 0
  expect(kept).toBeGreaterThanOrEqual(answered)
  // What was committed but not yet answered when the process died: one per visitor at most.
  expect(kept - answered).toBeLessThanOrEqual(visitors.length)
})

async function openDeskProcess(databaseUrl: string, dataDir: string) {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: databaseUrl,
    VIGIE_DATA_DIR: dataDir,
    PORT: '0',
  }
  const child: ChildProcess = spawn(process.execPath, [start], { env, stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout?.on('data', (chunk) => (said += String(chunk)))
  child.stderr?.on('data', (chunk) => (said += String(chunk)))
  const address = () => /http:\/\/\S+/.exec(said)?.[0]
  await expect.poll(address, { timeout: 30_000, message: said }).toBeDefined()
  return { child, origin: (address() ?? '').replace('localhost', '127.0.0.1') }
}
