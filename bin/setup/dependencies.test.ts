import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { scratch, setup } from './scratch.ts'

const { ensureDependencies, hasDependencies } = setup<{
  hasDependencies(root: string, withTools: boolean): boolean
  ensureDependencies(root: string, node: string, withTools: boolean): Promise<void>
}>('dependencies.cjs')

const fastify = { version: '5.12.8', integrity: 'sha512-a' }
const vite = { version: '8.3.8', integrity: 'sha512-b', dev: true }
const here = { os: [process.platform], cpu: [process.arch] }
const postgres = { version: '18.4.0', integrity: 'sha512-c', optional: true }

const lock = { '': {}, 'node_modules/fastify': fastify, 'node_modules/vite': vite }

/** A clone whose lock file asks for `wanted` and where npm says it installed `present`. */
function clone(wanted: object, present?: object): string {
  return scratch({
    'package-lock.json': { packages: wanted },
    ...(present ? { 'node_modules/.package-lock.json': { packages: present } } : {}),
  })
}

test('a fresh clone has nothing', () => {
  expect(hasDependencies(clone(lock), false)).toBe(false)
})

test('what npm installed from the same lock file is enough', () => {
  expect(hasDependencies(clone(lock, lock), true)).toBe(true)
})

test('another version, or another file of the same version, is not', () => {
  const other = { ...lock, 'node_modules/fastify': { ...fastify, version: '5.12.7' } }
  const forged = { ...lock, 'node_modules/fastify': { ...fastify, integrity: 'sha512-z' } }
  expect(hasDependencies(clone(lock, other), true)).toBe(false)
  expect(hasDependencies(clone(lock, forged), true)).toBe(false)
})

test('without development packages the desk can run but not be built', () => {
  const root = clone(lock, { 'node_modules/fastify': fastify })
  expect(hasDependencies(root, false)).toBe(true)
  expect(hasDependencies(root, true)).toBe(false)
})

describe('a package for one system', () => {
  const mine = { ...lock, 'node_modules/pg-here': { ...postgres, ...here } }
  const other = { ...lock, 'node_modules/pg-aix': { ...postgres, os: ['aix'], cpu: ['ppc64'] } }
  const notMine = { ...lock, 'node_modules/x': { ...postgres, os: [`!${process.platform}`] } }

  test('is needed when it is for this one', () => {
    expect(hasDependencies(clone(mine, lock), false)).toBe(false)
    expect(hasDependencies(clone(mine, mine), false)).toBe(true)
  })

  test('is not when it is for another', () => {
    expect(hasDependencies(clone(other, lock), false)).toBe(true)
    expect(hasDependencies(clone(notMine, lock), false)).toBe(true)
  })
})

test('the answer is remembered until the lock file changes', async () => {
  const root = clone(lock, lock)
  await ensureDependencies(root, process.execPath, true)
  fs.rmSync(path.join(root, 'node_modules/.package-lock.json'))
  expect(hasDependencies(root, true)).toBe(true)
  fs.writeFileSync(
    path.join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/pg': fastify } }),
  )
  expect(hasDependencies(root, true)).toBe(false)
})
