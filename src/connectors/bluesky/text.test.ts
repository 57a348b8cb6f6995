import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { text } from './text.ts'

const data = sharedData('conformance', 'bluesky-richtext/detection.json')

interface Cases {
  inputs: string[]
  /** Segments: `[words]`, or `[words, what they point to]`. */
  outputs: string[][][]
  [tagCases: string]: unknown
}

describe.skipIf(!data)('Bluesky’s own detection cases', () => {
  const cases = data ? (JSON.parse(readFileSync(data, 'utf8')) as Cases) : null
  test.each(cases?.inputs.map((input, i) => [input, cases.outputs[i]] as const) ?? [])(
    'segments of %j',
    (input, expected) => {
      expect(segments(input)).toEqual(expected)
    },
  )
  const tags = (cases?.['tagInputs'] ?? []) as [
    string,
    string[],
    { byteStart: number; byteEnd: number }[],
  ][]
  test.each(tags)('tags of %j', (input, expected, bytes) => {
    const found = text.spans(input).filter((span) => span.kind === 'hashtag')
    expect(found.map((span) => span.value)).toEqual(expected)
    expect(found.map((span) => range(input, span))).toEqual(bytes)
  })
})

function segments(words: string): string[][] {
  const out: string[][] = []
  let at = 0
  for (const span of text.spans(words)) {
    if (span.start > at) out.push([words.slice(at, span.start)])
    const target = span.kind === 'mention' ? `did:fake:${span.value}` : span.value
    out.push([words.slice(span.start, span.end), target])
    at = span.end
  }
  if (at < words.length) out.push([words.slice(at)])
  return out
}

const range = (words: string, span: { start: number; end: number }) => ({
  byteStart: Buffer.byteLength(words.slice(0, span.start)),
  byteEnd: Buffer.byteLength(words.slice(0, span.end)),
})

test('a family, a flag and an accent written apart count one each', () => {
  expect(text.count('👨‍👩‍👧‍👧🇫🇷e\u0301')).toBe(3)
})

test('a text over 3,000 bytes is over the limit even under 300 graphemes', () => {
  expect(text.count('👨‍👩‍👧‍👧'.repeat(120))).toBe(120)
  expect(text.count('👨‍👩‍👧‍👧'.repeat(130))).toBe(301)
})

test('a domain that begins with http is a link of its own', () => {
  expect(text.spans('httpbin.org')).toEqual([
    { start: 0, end: 11, kind: 'link', value: 'https://httpbin.org' },
  ])
})

test('stretches never overlap, whatever is typed', () => {
  const pieces = fc.constantFrom(
    '#',
    '@',
    '$',
    'chêne',
    'https://',
    'a.fr',
    ' ',
    '(',
    ')',
    '👋',
    '.',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const words = parts.join('')
      let end = 0
      for (const span of text.spans(words)) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(words.length)
    }),
  )
})
