import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { text } from './text.ts'

interface Case<T> {
  description: string
  text: string
  expected: T
}

const validate = sharedData('conformance', 'twitter-text/conformance/validate.yml')
const extract = sharedData('conformance', 'twitter-text/conformance/extract.yml')
const domains = sharedData('conformance', 'twitter-text/conformance/tlds.yml')

/** The cases of one of X's files, by the name of what they try. */
function casesOf(file: string | null): Record<string, Case<unknown>[]> {
  if (!file) return {}
  return (parse(readFileSync(file, 'utf8')) as { tests: Record<string, Case<unknown>[]> }).tests
}

const cases = <T>(all: Record<string, Case<unknown>[]>, ...names: string[]) =>
  names
    .flatMap((name) => (all[name] ?? []) as Case<T>[])
    .map((one) => [one.description, one] as const)

const found = (words: string, kind: string) =>
  text.spans(words).filter((span) => span.kind === kind)

describe.skipIf(!validate)('X’s own cases: how a text counts', () => {
  const all = casesOf(validate)
  test.each(
    cases<{ weightedLength: number }>(
      all,
      'WeightedTweetsWithDiscountedEmojiCounterTest',
      'UnicodeDirectionalMarkerCounterTest',
    ),
  )('%s', (_, one) => expect(text.count(one.text)).toBe(one.expected.weightedLength))
})

describe.skipIf(!extract)('X’s own cases: what is found in a text', () => {
  const all = casesOf(extract)
  const address = (span: { start: number; end: number }, words: string) =>
    words.slice(span.start, span.end)

  test.each(cases<string[]>(all, 'urls', 'tco_urls_with_params'))('%s', (_, one) => {
    expect(found(one.text, 'link').map((span) => address(span, one.text))).toEqual(one.expected)
  })
  test.each(
    cases<{ url: string; indices: number[] }[]>(
      all,
      'urls_with_indices',
      'urls_with_directional_markers',
    ),
  )('%s', (_, one) => {
    const seen = found(one.text, 'link').map((span) => ({
      url: address(span, one.text),
      indices: [points(one.text, span.start), points(one.text, span.end)],
    }))
    expect(seen).toEqual(one.expected)
  })
  test.each(cases<string[]>(all, 'hashtags', 'hashtags_from_astral'))('%s', (_, one) => {
    expect(found(one.text, 'hashtag').map(({ value }) => value)).toEqual(one.expected)
  })
  test.each(cases<string[]>(all, 'mentions'))('%s', (_, one) => {
    expect(found(one.text, 'mention').map(({ value }) => value)).toEqual(one.expected)
  })
})

describe.skipIf(!domains)('X’s own cases: every top-level domain', () => {
  const all = casesOf(domains)
  test.each(Object.keys(all))('%s', (name) => {
    for (const [description, one] of cases<string[]>(all, name)) {
      const seen = found(one.text, 'link').map(({ start, end }) => one.text.slice(start, end))
      expect(seen, description).toEqual(one.expected)
    }
  })
})

/** X counts places in code points. */
const points = (words: string, at: number) => Array.from(words.slice(0, at)).length

test('an address counts 23 however long, a family 2, a letter with its accent 1', () => {
  expect(text.count(`Voir https://atelier-morel.fr/${'a'.repeat(80)}`)).toBe(28)
  expect(text.count('atelier-morel.fr')).toBe(23)
  expect(text.count('👨‍👩‍👧‍👧')).toBe(2)
  expect(text.count('e\u0301te\u0301')).toBe(3)
  expect(text.count('木工')).toBe(4)
})

test('two tags written as one are none', () => {
  expect(found('Du #bois#fer', 'hashtag')).toEqual([])
  expect(found('Du #bois #fer', 'hashtag')).toHaveLength(2)
})

test('an address in the query of another is a part of it, and counts once', () => {
  expect(found('a.fr?https://a.fr', 'link')).toMatchObject([{ start: 0, end: 17 }])
  expect(text.count('a.fr?https://a.fr')).toBe(23)
})

test('stretches never overlap, and counting never takes for ever', () => {
  const pieces = fc.constantFrom(
    '#',
    '@',
    'chêne',
    'https://',
    'a.fr',
    '/',
    ' ',
    '(',
    ')',
    '?',
    '.',
    '木',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      let end = 0
      for (const span of text.spans(parts.join(''))) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
    }),
  )
  const began = performance.now()
  text.count(`https://a.fr/${'('.repeat(20_000)}`)
  text.count('@a'.repeat(20_000))
  text.count('a.'.repeat(20_000))
  text.count('a'.repeat(40_000))
  expect(performance.now() - began).toBeLessThan(5000)
})
