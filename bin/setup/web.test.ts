import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { scratch, setup } from './scratch.ts'

const { ensureWeb, hasWeb } = setup<{
  hasWeb(root: string): boolean
  ensureWeb(root: string, node: string): Promise<void>
}>('web.cjs')

/** A clone whose “vite” writes one more line at each build. */
function clone(vite = `require('fs').appendFileSync('built', 'once\\n')`): string {
  return scratch({
    'src/web/index.html': '<!doctype html>',
    'src/web/screens/inbox/inbox.test.tsx': 'a test',
    'src/connectors/bluesky/text.ts': 'export {}',
    'src/connectors/bluesky/fixtures/reply.json': '{}',
    'src/domain/inbox/api.ts': 'export {}',
    'src/domain/inbox/store.ts': 'export {}',
    'node_modules/vite/bin/vite.js': vite,
    'package-lock.json': '{}',
  })
}

function builds(root: string): number {
  const file = path.join(root, 'built')
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n').length : 0
}

test('is built once, then found', async () => {
  const root = clone()
  expect(hasWeb(root)).toBe(false)
  await ensureWeb(root, process.execPath)
  await ensureWeb(root, process.execPath)
  expect(hasWeb(root)).toBe(true)
  expect(builds(root)).toBe(1)
})

test.each([
  'src/web/index.html',
  'src/web/screens/new-screen.tsx',
  'src/connectors/bluesky/text.ts',
  'src/connectors/mastodon/web/options.tsx',
  'src/domain/inbox/api.ts',
  'package-lock.json',
  'vite.config.ts',
  'lingui.config.ts',
])('is built again after a change of %s', async (file) => {
  const root = clone()
  await ensureWeb(root, process.execPath)
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.appendFileSync(path.join(root, file), ' ')
  expect(hasWeb(root)).toBe(false)
})

test.each([
  'src/web/screens/inbox/inbox.test.tsx',
  'src/connectors/bluesky/fixtures/reply.json',
  'src/domain/inbox/store.ts',
])('is not built again after a change of %s', async (file) => {
  const root = clone()
  await ensureWeb(root, process.execPath)
  fs.appendFileSync(path.join(root, file), ' ')
  expect(hasWeb(root)).toBe(true)
})

test('a build that fails is said, and tried again next time', async () => {
  const root = clone('process.exit(1)')
  await expect(ensureWeb(root, process.execPath)).rejects.toThrow('could not be built')
  expect(hasWeb(root)).toBe(false)
})

test('a copy without web sources needs no build', () => {
  expect(hasWeb(scratch())).toBe(true)
})
