import { randomBytes } from 'node:crypto'
import { administer } from './administer.ts'

/**
 * A database of its own for a test file, copied from a migrated template in some 50 ms.
 * The server and the template are made once per run (see global-setup.ts).
 */
export async function createDatabase(): Promise<string> {
  const { adminUrl, template } = given()
  const name = `vigie_test_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, `create database ${name} template ${template}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await administer(given().adminUrl, `drop database if exists ${name} with (force)`)
}

function given() {
  const adminUrl = process.env['VIGIE_TEST_ADMIN_URL']
  const template = process.env['VIGIE_TEST_TEMPLATE']
  if (!adminUrl || !template)
    throw new Error('run tests by `npm test`: the database is made by the global set-up')
  return { adminUrl, template }
}

/** A database without a single table, as a new machine has it. */
export async function emptyDatabase(): Promise<string> {
  const { adminUrl } = given()
  const name = `vigie_test_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, `create database ${name} template template0`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}
