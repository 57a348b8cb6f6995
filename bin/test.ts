import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { findBrowser } from '#support/browser.ts'
import { prepareServers } from '#support/servers/boot-server.ts'
import { NOTHING, type Summary } from '#support/summary-reporter.ts'

const root = path.resolve(import.meta.dirname, '..')
/** What gives a test its database: whichever imports it, from however far, has one. */
const HAS_DATABASE = path.join(root, 'tests/support/database.ts')
const say = (line: string) => process.stdout.write(`${line}\n`)

const given = process.argv.slice(2)
const fast = given.includes('--fast')
const filters = given.filter((argument) => argument !== '--fast')

/**
 * Every test on the private database the desk brings along; then, on a PostgreSQL server over TCP, those that have a
 * database, through HTTP and every other door but the browser: what a screen shows does not depend on where the rows are.
 */
const total: Summary = { ...NOTHING, again: [], reasons: {} }
if (!fast && filters.length === 0) await prepare()
add(runOn('embedded', {}))
add(runOn('server', await serverToUse()))
for (const [reason, count] of Object.entries(total.reasons)) say(`skipped ${count}: ${reason}`)
for (const test of total.again) say(`passed at the second try: ${test}`)
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

function runOn(database: 'embedded' | 'server', env: Record<string, string>): Summary {
  say(
    `\n— ${fast ? 'fast tests' : 'tests'} on the ${database} database${env['VIGIE_TEST_SERVER'] ? ` (${env['VIGIE_TEST_SERVER']})` : ''} —`,
  )
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'vigie-summary-')), 'summary.json')
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const isAgain = database === 'server' && filters.length === 0
  const what = isAgain ? ['related', HAS_DATABASE, '--run'] : ['run']
  const reporters = ['--reporter=default', '--reporter=./tests/support/summary-reporter.ts']
  const run = spawnSync(process.execPath, [vitest, ...what, ...reporters, ...filters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...env,
      VIGIE_TEST_DATABASE: database,
      VIGIE_TEST_SUMMARY: file,
      ...(fast ? { VIGIE_TEST_FAST: '1' } : {}),
      ...(isAgain ? { VIGIE_TEST_NO_BROWSER: '1' } : {}),
    },
  })
  const summary = readSummary(file)
  // A runner that fell over without a failing test is a failure too, and so is one that found nothing to run.
  if ((run.status !== 0 || summary.passed === 0) && summary.failed === 0) summary.failed++
  return summary
}

function readSummary(file: string): Summary {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Summary
  } catch {
    return { ...NOTHING, failed: 1 }
  }
}

function add(summary: Summary) {
  total.passed += summary.passed
  total.failed += summary.failed
  total.skipped += summary.skipped
  total.again.push(...summary.again)
  for (const [reason, count] of Object.entries(summary.reasons)) {
    total.reasons[reason] = (total.reasons[reason] ?? 0) + count
  }
}

/** A PostgreSQL server of this machine that lets us make databases; without one, tests start a private one. */
async function serverToUse(): Promise<Record<string, string>> {
  const candidates = [
    process.env['VIGIE_TEST_ADMIN_URL'],
    'postgresql://postgres@127.0.0.1:5432/postgres',
  ]
  for (const url of candidates) {
    if (url && (await mayCreate(url)))
      return { VIGIE_TEST_ADMIN_URL: url, VIGIE_TEST_SERVER: new URL(url).host }
  }
  return { VIGIE_TEST_SERVER: 'a private PostgreSQL over TCP' }
}

async function mayCreate(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ may: boolean }>(
      'select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user',
    )
    return rows[0]?.may === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Fetches ahead what the tests drive and speak to, so that no test's time pays for it. */
async function prepare() {
  const browser = await findBrowser()
  say('reason' in browser ? `No browser: ${browser.reason}` : `Browser: ${browser.path}`)
  for (const { name, available, reason } of await prepareServers()) {
    say(available ? `Server ${name}: ready` : `Server ${name}: skipped. ${reason}`)
  }
}
