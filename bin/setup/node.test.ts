import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { scratch, setup } from './scratch.ts'

interface Here {
  env?: Record<string, string>
  version?: string
  self?: string
}
const { readyNode } = setup<{ readyNode(root: string, here: Here): string | undefined }>('node.cjs')

const old = { env: {}, version: 'v20.11.0', self: '/usr/bin/node' }
const packageName = `node-${process.platform}-${process.arch}`
const manifest = { optionalDependencies: { [packageName]: '24.21.0' } }

function withNode(version: string, program: string): string {
  const place = `tools/runtime/node_modules/${packageName}`
  const root = scratch({
    'tools/runtime/package.json': manifest,
    [`${place}/package.json`]: { version },
    [`${place}/bin/node`]: program,
  })
  fs.chmodSync(path.join(root, place, 'bin/node'), 0o755)
  return root
}

test.each(['v24.0.0', 'v26.10.0'])('Node %s runs the desk itself', (version) => {
  expect(readyNode(scratch(), { ...old, version })).toBe('/usr/bin/node')
})

test.each(['v18.19.0', 'v20.11.0', 'v22.12.0', 'v23.9.0'])(
  'Node %s needs a newer one',
  (version) => {
    expect(
      readyNode(scratch({ 'tools/runtime/package.json': manifest }), { ...old, version }),
    ).toBe(undefined)
  },
)

test.skipIf(process.platform === 'win32')('an older Node uses the one that was brought', () => {
  const root = withNode('24.21.0', '#!/bin/sh\necho v24.21.0\n')
  const expected = path.join(root, 'tools/runtime/node_modules', packageName, 'bin/node')
  expect(readyNode(root, old)).toBe(expected)
})

test('one that was brought but cannot run here is not used', () => {
  expect(readyNode(withNode('24.21.0', 'not a program'), old)).toBe(undefined)
})

test('one that was brought long ago and is too old is not used', () => {
  expect(readyNode(withNode('22.1.0', '#!/bin/sh\necho v22.1.0\n'), old)).toBe(undefined)
})

test('VIGIE_NODE comes first, and must be recent', () => {
  const here = { ...old, env: { VIGIE_NODE: process.execPath } }
  expect(readyNode(scratch(), here)).toBe(process.execPath)
  const wrong = { ...old, env: { VIGIE_NODE: '/nowhere/node' } }
  expect(() => readyNode(scratch(), wrong)).toThrow(
    'VIGIE_NODE must be the path of Node 24 or newer',
  )
})
