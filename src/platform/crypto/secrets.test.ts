import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSecrets, deriveKey, SealBroken } from './secrets.ts'

const channel = 'channel:atelier-morel'
const key = randomBytes(32)
const secrets = createSecrets([key])

test('what was sealed opens again, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
      expect(secrets.open(secrets.seal(text, context), context)).toBe(text)
    }),
  )
})

test('a sealed text does not show what it holds, nor that two are the same', () => {
  const first = secrets.seal('refresh-token-of-camille', channel)
  expect(first).toMatch(/^v1\.[\w-]{8}\.[\w-]+$/)
  expect(first).not.toBe(secrets.seal('refresh-token-of-camille', channel))
  expect(Buffer.from(first.split('.')[2] ?? '', 'base64url').toString()).not.toContain('camille')
})

test('it does not open in another context', () => {
  const sealed = secrets.seal('token', channel)
  expect(() => secrets.open(sealed, 'channel:somebody-else')).toThrow(SealBroken)
})

test('a single changed character is noticed, wherever it is', () => {
  const sealed = secrets.seal('a token of Atelier Morel', channel)
  for (let at = 0; at < sealed.length; at++) {
    // the last character of base64url may carry unused bits, so move far from what was there
    const other = sealed[at] === 'A' ? 'z' : 'A'
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
    expect(() => secrets.open(changed, channel), `at ${at}`).toThrow(SealBroken)
  }
})

test.each([
  '',
  'v1',
  'v1..',
  'v2.abc.def',
  'plain text',
  'v1.a.b.c',
  `${secrets.seal('x', channel)}.`,
])('what is no sealed text is refused: “%s”', (text) => {
  expect(() => secrets.open(text, channel)).toThrow(SealBroken)
})

test('a text cut short is refused', () => {
  const sealed = secrets.seal('token', channel)
  expect(() => secrets.open(sealed.slice(0, 20), channel)).toThrow(SealBroken)
  expect(() => secrets.open(sealed.slice(0, -4), channel)).toThrow(SealBroken)
})

describe('after the key was changed', () => {
  const next = randomBytes(32)
  const rotated = createSecrets([next, key])

  test('what the former key sealed still opens, and new seals use the new key', () => {
    const before = secrets.seal('token', channel)
    expect(rotated.open(before, channel)).toBe('token')
    expect(rotated.isCurrent(before)).toBe(false)
    const after = rotated.seal('token', channel)
    expect(rotated.isCurrent(after)).toBe(true)
    expect(createSecrets([next]).open(after, channel)).toBe('token')
  })

  test('without the former key, what it sealed says which key is missing', () => {
    const sealed = secrets.seal('token', channel)
    const id = sealed.split('.')[1]
    expect(() => createSecrets([next]).open(sealed, channel)).toThrow(`sealed with key ${id}`)
  })
})

test('a failure never repeats the secret', () => {
  const sealed = secrets.seal('hunter2', channel)
  try {
    secrets.open(sealed, 'elsewhere')
    expect.unreachable()
  } catch (error) {
    expect(String(error)).not.toContain('hunter2')
    expect(String(error)).not.toContain(sealed.split('.')[2])
  }
})

test('a key of the wrong length is a mistake of the program', () => {
  expect(() => createSecrets([randomBytes(16)])).toThrow(RangeError)
})

test('keys derived for different purposes have nothing in common', () => {
  expect(deriveKey(key, 'sessions')).toEqual(deriveKey(key, 'sessions'))
  expect(deriveKey(key, 'sessions')).not.toEqual(deriveKey(key, 'links'))
  expect(deriveKey(key, 'sessions')).toHaveLength(32)
})
