import { expect, test } from 'vitest'
import { hashToken, randomToken } from './tokens.ts'

test('a token fits in an address and is never the same twice', () => {
  expect(randomToken()).toMatch(/^[\w-]{43}$/)
  expect(new Set(Array.from({ length: 200 }, () => randomToken(8))).size).toBe(200)
})

// SHA-256 of “abc”: FIPS 180-2, appendix B.1
test('the database keeps the SHA-256 of a token', () => {
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
