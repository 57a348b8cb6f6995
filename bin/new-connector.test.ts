import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConnectors } from '#connectors/_contract/registry.ts'

const root = path.resolve(import.meta.dirname, '..')
// Inside the project, so that its `#` imports resolve.
let into: string
beforeAll(() => {
  into = mkdtempSync(path.join(root, 'dist-new-connector-'))
})
afterAll(() => rmSync(into, { recursive: true }))

async function run(...args: string[]) {
  const env = { ...process.env, VIGIE_CONNECTORS: into }
  const child = spawn(process.execPath, args, { cwd: root, env })
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ])
  return { code, out, err }
}

const create = (...names: string[]) => run('bin/new-connector.ts', '--into', into, ...names)

/** Vitest without the project's own settings: no database is needed here. */
const suite = `
  import { startVitest } from 'vitest/node'
  const file = 'src/connectors/_contract/contract.test.ts'
  const outputFile = process.env.VIGIE_CONNECTORS + '/report.json'
  const settings = { config: false, watch: false, reporters: ['json'], outputFile }
  const vitest = await startVitest('test', [file], settings, { configFile: false })
  await vitest.close()`

test('a new folder loads, and the contract suite says what is left to write', async () => {
  const created = await create('salon-du-bois', 'Salon du Bois')
  expect(created).toMatchObject({ code: 0, err: '' })
  const connectors = await loadConnectors(into)
  expect(connectors.get('salon-du-bois')?.manifest).toMatchObject({
    name: 'Salon du Bois',
    stamp: 'SA',
  })

  await run('--input-type=module', '-e', suite)
  const report = JSON.parse(readFileSync(path.join(into, 'report.json'), 'utf8')) as Report
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  )
  const messages = failed.flatMap(({ failureMessages }) => failureMessages).join('\n')
  expect(report.numPassedTests).toBeGreaterThan(5)
  expect(failed.length).toBeGreaterThan(30)
  expect(messages).toContain('not written yet: withCredentials in connect.ts')
  expect(messages).toContain('docs.example')
}, 60_000)

test('what cannot be a network is refused with a sentence', async () => {
  const refused: [string[], string][] = [
    [[], 'missing'],
    [['Salon'], 'missing'],
    [['Salon', 'Salon'], 'folder'],
    [['../ailleurs', 'Ailleurs'], 'folder'],
    [['un', 'L\'"apostrophe'], 'name'],
  ]
  for (const [names, words] of refused) {
    const { code, err } = await create(...names)
    expect(code).toBe(1)
    expect(err).toContain(words)
  }
  await create('deux', 'Deux')
  expect((await create('deux', 'Deux')).err).toContain('there already')
})

interface Report {
  numPassedTests: number
  testResults: { assertionResults: { status: string; failureMessages: string[] }[] }[]
}
