import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { loadKeyFile, parseKey } from './key-file.ts'

function keyFile(content?: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vigie-key-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'data', 'secret.key')
  if (content === undefined) return file
  fs.mkdirSync(path.dirname(file))
  fs.writeFileSync(file, content)
  return file
}

test('several desks that start at once on a new folder share one key', async () => {
  const file = keyFile()
  const program = `import { loadKeyFile } from ${JSON.stringify(new URL('./key-file.ts', import.meta.url).href)}
    process.stdout.write(loadKeyFile(${JSON.stringify(file)}).keys[0].toString('hex'))`
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program]
  const desks = Array.from({ length: 4 }, () => spawn(process.execPath, args))
  const keys = await Promise.all(desks.map((desk) => text(desk.stdout)))
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set(keys).size).toBe(1)
  expect(fs.readdirSync(path.dirname(file))).toEqual(['secret.key'])
})

test('a file may hold the former keys under the current one', () => {
  const [now, before] = [randomBytes(32), randomBytes(32)]
  const file = keyFile(`${now.toString('base64')}\n\n${before.toString('hex')}\n`)
  expect(loadKeyFile(file)).toEqual({ keys: [now, before] })
})

test.each(['', 'hunter2', `${randomBytes(32).toString('hex')}\nhunter2`])(
  'a file with anything else is a problem that does not repeat it',
  (content) => {
    const found = loadKeyFile(keyFile(content))
    expect(found).toHaveProperty('problem.en', expect.stringContaining('keys of 32 bytes'))
    expect(JSON.stringify(found)).not.toContain('hunter2')
  },
)

test('a folder that cannot be made is a problem', () => {
  const file = path.join(keyFile(''), 'below-a-file', 'secret.key')
  expect(loadKeyFile(file)).toHaveProperty('problem.fr', expect.stringContaining('ne peut être'))
})

test.each([
  ['a'.repeat(64), true],
  ['g'.repeat(64), false],
  [Buffer.alloc(32).toString('base64'), true],
  [Buffer.alloc(31).toString('base64'), false],
  [Buffer.alloc(33).toString('base64'), false],
  ['', false],
])('“%s” is a key: %s', (content, isKey) => {
  expect(parseKey(content)?.length === 32).toBe(isKey)
})
