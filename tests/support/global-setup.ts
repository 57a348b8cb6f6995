import { randomBytes } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openEmbedded, openPrivateTcp } from '#platform/postgres/embedded.ts'
import { administer } from './administer.ts'

/**
 * Before any test: a PostgreSQL server, and one migrated template database that each test file copies.
 *
 * `VIGIE_TEST_DATABASE=embedded` (default): the private server the desk brings along, on its socket.
 * `VIGIE_TEST_DATABASE=server`: a server over TCP; the one of `VIGIE_TEST_ADMIN_URL`, else a second private one.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const { adminUrl, stop } = await openServer()
  const template = `vigie_template_${randomBytes(4).toString('hex')}`
  await administer(adminUrl, `create database ${template}`)
  const url = new URL(adminUrl)
  url.pathname = `/${template}`
  const pool = openPool(url.href)
  await migrate(openDatabase(pool))
  await pool.end()
  process.env['VIGIE_TEST_ADMIN_URL'] = adminUrl
  process.env['VIGIE_TEST_TEMPLATE'] = template
  return async () => {
    await administer(adminUrl, `drop database if exists ${template} with (force)`)
    await stop()
  }
}

/** A test file may open several desks, each with a pool of its own, beside other files. */
const many = { durable: false, maxConnections: 300 }

async function openServer(): Promise<{ adminUrl: string; stop: () => Promise<unknown> }> {
  const home = path.join(tmpdir(), `vigie-tests-${userInfo().uid}`)
  if (process.env['VIGIE_TEST_DATABASE'] === 'server') {
    const given = process.env['VIGIE_TEST_ADMIN_URL']
    if (given) return { adminUrl: given, stop: async () => {} }
    const tcp = await openPrivateTcp(path.join(home, 'server'), many)
    return { adminUrl: tcp.url, stop: tcp.stop }
  }
  const embedded = await openEmbedded(path.join(home, 'embedded'), many)
  return { adminUrl: embedded.url, stop: embedded.stop }
}
