import { readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { agreementOf, agreementReport, cohenKappa, readSecondLabels } from './agreement.ts'
import { blindSample } from './blind-sample.ts'
import { type CorpusLanguage, readCorpus } from './read-corpus.ts'

describe('agreement between two labellings', () => {
  it('gives the kappa of a table worked out by hand', () => {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: 0.7 observed, 0.5 by chance.
    const pairs: [string, string][] = [
      ...Array.from({ length: 20 }, (): [string, string] => ['yes', 'yes']),
      ...Array.from({ length: 5 }, (): [string, string] => ['yes', 'no']),
      ...Array.from({ length: 10 }, (): [string, string] => ['no', 'yes']),
      ...Array.from({ length: 15 }, (): [string, string] => ['no', 'no']),
    ]
    const { raw, kappa } = cohenKappa(pairs)
    expect(raw).toBeCloseTo(0.7, 10)
    expect(kappa).toBeCloseTo(0.4, 10)
  })

  it('is nought at chance, one when all agree, and below nought when they contradict each other', () => {
    const chance = [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'b'],
    ] as const
    expect(cohenKappa(chance).kappa).toBeCloseTo(0, 10)
    expect(cohenKappa([['a', 'a'] as const, ['b', 'b'] as const]).kappa).toBe(1)
    expect(cohenKappa([['a', 'b'] as const, ['b', 'a'] as const]).kappa).toBe(-1)
  })

  it('refuses a second label of a post that the corpus does not hold', () => {
    const [label] = readSecondLabels('fr')
    if (label === undefined) throw new Error('no second labels')
    expect(() => agreementOf([], [label])).toThrow(label.id)
  })

  it.each<CorpusLanguage>(['fr', 'en'])(
    'has at least 300 second labels in %s, each post once',
    (language) => {
      const ids = readSecondLabels(language).map((row) => row.id)
      expect(ids.length).toBeGreaterThanOrEqual(300)
      expect(new Set(ids).size).toBe(ids.length)
    },
  )

  it('is quoted in the guide as it is today', () => {
    const guide = readFileSync(path.join(import.meta.dirname, 'GUIDE.md'), 'utf8')
    expect(guide).toContain(agreementReport().trimEnd())
  })
})

describe('the blind sample', () => {
  it('is the same for the same seed, another for another, and never holds a post twice', () => {
    const ids = (seed: number) => blindSample('en', 200, seed).map((row) => row.id)
    expect(ids(7)).toEqual(ids(7))
    expect(ids(7)).not.toEqual(ids(8))
    expect(new Set(ids(7)).size).toBe(200)
  })

  it('draws from the whole corpus, not from its beginning', () => {
    const files = new Set(blindSample('fr', 320, 1).map((row) => row.id.slice(0, 5)))
    const all = new Set(readCorpus('fr').map((row) => row.id.slice(0, 5)))
    expect(files.size).toBeGreaterThan(all.size * 0.8)
  })
})
