import { expect, test } from 'vitest'
import { newCode, readCode, shortLink, shortLinkLength } from './codes.ts'

test('codes are seven letters and figures that nobody confuses', () => {
  const codes = Array.from({ length: 2_000 }, newCode)
  expect(codes.every((code) => /^[2-9b-df-hjkmnp-tv-xz]{7}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(codes.length)
})

test('every letter comes about as often as another', () => {
  const counts = new Map<string, number>()
  for (const letter of Array.from({ length: 4_000 }, newCode).join('')) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  const expected = (4_000 * 7) / 27
  expect(counts.size).toBe(27)
  // Seven standard deviations on either side: one false alarm in some billions of runs.
  const margin = 7 * Math.sqrt(expected)
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(margin)
})

test.each([
  ['7k2m9pq', '7k2m9pq'],
  ['7K2M9PQ', '7k2m9pq'],
  ['7k2m9pq).', '7k2m9pq'],
  ['7k2m9p', undefined],
  ['7k2m9pqq', undefined],
  ['7k2m9p0', undefined],
  ['../../etc', undefined],
  ['', undefined],
])('“%s” typed in the address bar is read as %s', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})

test('the length of a short link is known before it exists', () => {
  const origin = 'https://liens.atelier-morel.fr'
  expect(shortLink(origin, newCode())).toHaveLength(shortLinkLength(origin))
})
