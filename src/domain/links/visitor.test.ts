import { expect, test } from 'vitest'
import { dayOf, newSalt, visitorOf } from './visitor.ts'

const monday = newSalt(new Date('2026-03-02T09:00:00Z'))
const yanis = { ip: '203.0.113.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', code: '7k2m9pq' }

test('a visitor is recognised on the same link on the same day', () => {
  expect(visitorOf(monday, yanis)).toEqual(visitorOf(monday, { ...yanis }))
})

test('two links, two addresses or two browsers are never joined', () => {
  const names = [
    yanis,
    { ...yanis, code: '8k2m9pq' },
    { ...yanis, ip: '203.0.113.8' },
    { ...yanis, userAgent: 'Mozilla/5.0 (iPhone)' },
    // The same characters, cut elsewhere.
    { ip: '203.0.113.7M', userAgent: yanis.userAgent.slice(1), code: yanis.code },
  ].map((visitor) => visitorOf(monday, visitor).toString('hex'))
  expect(new Set(names).size).toBe(names.length)
})

test('the next day nobody is recognised, whatever the address', () => {
  const tuesday = newSalt(new Date('2026-03-03T00:00:00Z'))
  expect(visitorOf(tuesday, yanis)).not.toEqual(visitorOf(monday, yanis))
  expect([monday.day, tuesday.day]).toEqual(['2026-03-02', '2026-03-03'])
})

test('two salts of the same day differ: knowing the day does not give the secret', () => {
  const at = new Date('2026-03-02T09:00:00Z')
  expect(newSalt(at).salt).not.toEqual(newSalt(at).salt)
  expect(newSalt(at).salt).toHaveLength(32)
  expect(dayOf(new Date('2026-03-02T23:59:59.999Z'))).toBe('2026-03-02')
})
