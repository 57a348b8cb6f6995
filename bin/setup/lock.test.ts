import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { run, scratch, setup } from './scratch.ts'

const { withLock } = setup<{
  withLock<T>(file: string, work: () => Promise<T> | T): Promise<T>
}>('lock.cjs')

const script = new URL('./lock.cjs', import.meta.url).pathname

/** Another process that holds the lock until the file `release` appears. */
function holder(root: string) {
  const program = `
    const fs = require('fs')
    require(${JSON.stringify(script)}).withLock(process.argv[1] + '/lock', async () => {
      console.log('holding')
      while (!fs.existsSync(process.argv[1] + '/release')) await new Promise((go) => setTimeout(go, 10))
      fs.writeFileSync(process.argv[1] + '/order', 'first ')
    })`
  return run(process.execPath, ['-e', program, root])
}

test('work under the lock gives its result and leaves no lock', async () => {
  const root = scratch()
  expect(await withLock(path.join(root, 'lock'), () => 'done')).toBe('done')
  expect(fs.readdirSync(root)).toEqual([])
})

test('work that fails leaves no lock either', async () => {
  const root = scratch()
  const work = () => Promise.reject(new Error('no space left'))
  await expect(withLock(path.join(root, 'lock'), work)).rejects.toThrow('no space left')
  expect(fs.readdirSync(root)).toEqual([])
})

test('a second process waits for the first', async () => {
  const root = scratch()
  const first = holder(root)
  await expect.poll(first.output).toContain('holding')
  const second = withLock(path.join(root, 'lock'), () => {
    fs.appendFileSync(path.join(root, 'order'), 'second')
  })
  fs.writeFileSync(path.join(root, 'release'), '')
  await second
  expect(fs.readFileSync(path.join(root, 'order'), 'utf8')).toBe('first second')
})

test('the lock of a killed process is taken over', async () => {
  const root = scratch()
  const first = holder(root)
  await expect.poll(first.output).toContain('holding')
  first.child.kill('SIGKILL')
  await first.ended
  expect(fs.existsSync(path.join(root, 'lock'))).toBe(true)
  expect(await withLock(path.join(root, 'lock'), () => 'done')).toBe('done')
})

test.each([`${process.pid} 1`, '', 'nonsense', '0 1'])(
  'a lock that says “%s” holds nobody back',
  async (content) => {
    const root = scratch({ lock: content })
    expect(await withLock(path.join(root, 'lock'), () => 'done')).toBe('done')
  },
)

test('a folder that does not exist is told in a sentence', async () => {
  const file = path.join(scratch(), 'missing', 'lock')
  await expect(withLock(file, () => {})).rejects.toThrow(/cannot be written \(ENOENT\)/)
})
