import { randomBytes } from 'node:crypto'

import type { Run } from '#support/servers/test-server.ts'
import { Client } from 'pg'

const USUAL = 'postgres://postgres@127.0.0.1:5432/postgres'
const PREFIX = 'vigie_test_'
const FORGOTTEN_SECONDS = 6 * 3600

/**
 * Creates an empty database on the PostgreSQL server of `VIGIE_TEST_POSTGRES_URL`, or on the one
 * that listens on 127.0.0.1:5432 and lets `postgres` in, and returns its URL; it is dropped at
 * the stop. Undefined when there is no such server. Throws when the variable is set and wrong.
 */
export async function borrowDatabase(run: Run): Promise<string | undefined> {
  if (!(await canBorrow())) return undefined
  const server = lender()
  const name = `${PREFIX}${seconds()}_${randomBytes(4).toString('hex')}`
  await onServer(server, async (client) => {
    await dropForgotten(client)
    await client.query(`create database ${name} template template0 encoding 'UTF8'`)
  })
  run.defer(() => onServer(server, (client) => drop(client, name)))
  const url = new URL(server)
  url.pathname = name
  return url.href
}

/** Whether there is such a server. Throws when `VIGIE_TEST_POSTGRES_URL` is set and wrong. */
export async function canBorrow(): Promise<boolean> {
  if (await letsUsIn(lender())) return true
  if (!process.env.VIGIE_TEST_POSTGRES_URL) return false
  throw new Error(
    'VIGIE_TEST_POSTGRES_URL must lead to a PostgreSQL server where we may create a database ' +
      '(postgres://user:password@host:5432/postgres), and it does not.',
  )
}

const lender = () => process.env.VIGIE_TEST_POSTGRES_URL || USUAL

async function letsUsIn(server: string): Promise<boolean> {
  try {
    const mayCreate = 'select rolcreatedb or rolsuper as may from pg_roles where rolname = user'
    return await onServer(server, async (client) => (await client.query(mayCreate)).rows[0].may)
  } catch {
    return false
  }
}

/** Databases of tests that were killed: their names carry the second they were made. */
async function dropForgotten(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [PREFIX],
  )
  for (const { datname } of rows) {
    const made = Number(/^vigie_test_(\d+)_[0-9a-f]{8}$/.exec(datname)?.[1])
    if (seconds() - made > FORGOTTEN_SECONDS) await drop(client, datname)
  }
}

async function drop(client: Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${name} with (force)`)
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const seconds = () => Math.floor(Date.now() / 1000)
