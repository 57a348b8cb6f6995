import { describe, expect, test } from 'vitest'
import { type Model, posteriorOf } from './compare.ts'
import type { PostCount } from './dispersion.ts'
import { type Draws, seededDraws } from './fixtures/seeded-draws.ts'
import { eventsNeeded } from './sample-size.ts'

/** Simulated companies; the draws are seeded, so a figure moves only when the method does. */
const RUNS = 3_000
const READERS = 1_500
const PLANNED = 191

interface World {
  truth: number
  a: PostCount[]
  b: PostCount[]
}

describe('an interval at 95 % holds the truth 95 times in 100', () => {
  test.each([
    ['a few clicks, one post of each', (d: Draws) => onePostEach(d, 3, 12)],
    ['some clicks, one post of each', (d: Draws) => onePostEach(d, 10, 120)],
    ['five posts of each that differ a lot among themselves', (d: Draws) => unevenPosts(d, 5)],
    ['ten posts of each that differ a lot among themselves', (d: Draws) => unevenPosts(d, 10)],
  ])('%s', (_, world) => {
    const coverage = coverageOf(world, 'rate')
    expect(coverage).toBeGreaterThan(0.93)
    expect(coverage).toBeLessThan(0.97)
  })

  test('clicks out of views', () => {
    const coverage = coverageOf(views, 'proportion', 500)
    expect(coverage).toBeGreaterThan(0.93)
    expect(coverage).toBeLessThan(0.97)
  })

  test('and rather more often than less when posts of a version are alike', () => {
    expect(coverageOf((d) => alikePosts(d, 4), 'rate', 1_500)).toBeGreaterThan(0.945)
  })
})

describe('two versions that are worth the same', () => {
  const onePost = (d: Draws) => merged(() => d.poisson(12))
  const alike = (d: Draws) => separate(() => repeat(3, () => d.poisson(12)))
  const uneven = (d: Draws) => separate(() => repeat(4, () => d.negativeBinomial(20, 5)))

  test.each([
    ['one post of each', onePost],
    ['posts that are alike', alike],
    ['posts that differ a lot', uneven],
  ])('are told apart wrongly at most 5 times in 100: %s', (_, world) => {
    // Three standard deviations of the simulation itself.
    expect(wrongChoices(world, 1)).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / READERS))
  })

  test('more often by who reads again and again until something shows', () => {
    const impatient = wrongChoices(onePost, 10)
    expect(impatient).toBeGreaterThan(0.09)
    expect(impatient).toBeLessThan(0.25)
  })
})

test('the planned number lets a difference that matters be seen four times in five', () => {
  const d = seededDraws(4)
  const planned = eventsNeeded({ effect: 0.5, certainty: 0.95 })
  const seen = repeat(READERS, () => {
    const share = 1.5 / 2.5
    const b = d.binomial(planned, share)
    return posteriorOf([one(planned - b)], [one(b)], 'rate').ratio(1) < 0.025
  }).filter(Boolean)
  expect(seen.length / READERS).toBeGreaterThan(0.76)
  expect(seen.length / READERS).toBeLessThan(0.85)
})

function coverageOf(world: (d: Draws) => World, model: Model, runs = RUNS): number {
  const draws = seededDraws(20_261_122)
  const held = repeat(runs, () => {
    const { truth, a, b } = world(draws)
    const below = posteriorOf(a, b, model).ratio(truth)
    return below > 0.025 && below < 0.975
  })
  return held.filter(Boolean).length / runs
}

function onePostEach(d: Draws, fewest: number, most: number): World {
  const truth = 0.5 + 1.5 * d.uniform()
  const mean = fewest + (most - fewest) * d.uniform()
  const exposure = 0.5 + d.uniform()
  return {
    truth,
    a: [one(d.poisson(mean))],
    b: [{ count: d.poisson(mean * truth * exposure), exposure }],
  }
}

/** About four times the variance that chance alone would give. */
function unevenPosts(d: Draws, posts: number): World {
  const truth = 0.6 + d.uniform()
  const mean = 15 + 30 * d.uniform()
  const counts = (m: number) => repeat(posts, () => one(d.negativeBinomial(m, 10)))
  return { truth, a: counts(mean), b: counts(mean * truth) }
}

function alikePosts(d: Draws, posts: number): World {
  const truth = 0.6 + d.uniform()
  const counts = (m: number) => repeat(posts, () => one(d.poisson(m)))
  return { truth, a: counts(20), b: counts(20 * truth) }
}

function views(d: Draws): World {
  const truth = 0.7 + 0.6 * d.uniform()
  const p = 0.05 + 0.1 * d.uniform()
  const seen = () => 100 + Math.floor(200 * d.uniform())
  const [nA, nB] = [seen(), seen()]
  return {
    truth,
    a: [{ count: d.binomial(nA, p), exposure: nA }],
    b: [{ count: d.binomial(nB, p * truth), exposure: nB }],
  }
}

/** Time goes by until the planned number is there; then the rule is read, `readings` times at most. */
function wrongChoices(world: (d: Draws) => () => [PostCount[], PostCount[]], readings: number) {
  const draws = seededDraws(7)
  const chosen = repeat(READERS, () => {
    const later = world(draws)
    for (let read = 0; read < readings;) {
      const [a, b] = later()
      if (events(a) + events(b) < PLANNED) continue
      read++
      const below = posteriorOf(a, b, 'rate').ratio(1)
      if (below < 0.025 || below > 0.975) return true
    }
    return false
  })
  return chosen.filter(Boolean).length / READERS
}

/** One post of each, whose clicks keep coming. */
function merged(more: () => number): () => [PostCount[], PostCount[]] {
  let [a, b] = [0, 0]
  return () => {
    a += more()
    b += more()
    return [[one(a)], [one(b)]]
  }
}

/** More and more posts of each. */
function separate(more: () => number[]): () => [PostCount[], PostCount[]] {
  const a: PostCount[] = []
  const b: PostCount[] = []
  return () => {
    a.push(...more().map(one))
    b.push(...more().map(one))
    return [a, b]
  }
}

const one = (count: number): PostCount => ({ count, exposure: 1 })
const events = (posts: PostCount[]) => posts.reduce((sum, { count }) => sum + count, 0)
const repeat = <T>(times: number, make: () => T): T[] => Array.from({ length: times }, make)
