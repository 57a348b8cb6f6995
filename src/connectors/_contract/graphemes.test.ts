import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { graphemes } from './graphemes.ts'
import { sharedData } from './suite/shared-data.ts'

test('counts what a person sees', () => {
  expect(graphemes('')).toBe(0)
  expect(graphemes('Bonjour')).toBe(7)
  expect(graphemes('e\u0301')).toBe(1)
  expect(graphemes('👨‍👩‍👧‍👧🇫🇷👍🏽')).toBe(3)
  expect(graphemes('a\r\nb')).toBe(3)
})

const file = sharedData('conformance', 'unicode/GraphemeBreakTest.txt')

describe.skipIf(!file)('Unicode’s own cases', () => {
  test('cut where Unicode cuts', () => {
    const lines = readFileSync(file ?? '', 'utf8').split('\n')
    const cases = lines.map((line) => line.split('#')[0]?.trim() ?? '').filter(Boolean)
    const wrong = cases.filter((one) => graphemes(textOf(one)) !== one.split('÷').length - 2)
    process.stderr.write(`graphemes: ${cases.length - wrong.length} of ${cases.length} cases\n`)
    // The platform may be one version of Unicode behind the data.
    expect(wrong.length).toBeLessThan(cases.length / 50)
  })
})

/** `÷ 0020 × 0308 ÷` as the text it stands for. */
const textOf = (one: string) =>
  [...one.matchAll(/[0-9A-F]+/g)]
    .map(([hex]) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .join('')
