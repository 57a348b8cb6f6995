import { describe, expect, test } from 'vitest'
import { NEEDED, type PastPost, standOut } from './stand-out.ts'

/** A generator of its own for each account, so that each is the same every time. */
function dice(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

interface Account {
  posts: number
  /** Multiplies the reactions of a post. */
  effect?: (post: Pick<PastPost, 'weekday' | 'hour'>) => number
  /** Multiplies the audience from the first post to the last. */
  growth?: number
}

/** An account that publishes at a few hours of its own; reactions are skewed, as they are. */
function account(seed: number, { posts, effect = () => 1, growth = 1 }: Account): PastPost[] {
  const next = dice(seed)
  const hours = [9, 12, 18, 20].slice(0, 3 + Math.floor(next() * 2))
  return Array.from({ length: posts }, (_, i) => {
    const weekday = 1 + Math.floor(next() * 5)
    const hour = hours[Math.floor(next() * hours.length)] ?? 9
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    const audience = 12 * growth ** (i / posts)
    const mean = audience * effect({ weekday, hour }) * Math.exp(0.7 * normal)
    return { weekday, hour, time: i, reactions: Math.round(mean) }
  })
}

const said = (count: number, make: (seed: number) => PastPost[]) =>
  Array.from({ length: count }, (_, seed) => standOut(make(seed + 1))).filter(
    ({ kind }) => kind === 'found',
  ).length

describe('which hours serve an account', () => {
  test('cannot be told from a few posts, and it says how many are needed', () => {
    const few = account(1, { posts: 14 })
    expect(standOut(few)).toEqual({ kind: 'too-few', posts: 14, needed: NEEDED })
  })

  test('where no hour matters, it says nothing at least 95 times in a hundred', () => {
    expect(said(120, (seed) => account(seed, { posts: 40 })) / 120).toBeLessThanOrEqual(0.05)
    expect(said(80, (seed) => account(seed + 500, { posts: 120 })) / 80).toBeLessThanOrEqual(0.05)
  })

  test('an audience that grows while the hours change is not taken for an hour', () => {
    const moved = (seed: number) =>
      account(seed, { posts: 80, growth: 6 }).map((post, i) => ({ ...post, hour: i < 40 ? 9 : 18 }))
    expect(said(40, moved) / 40).toBeLessThanOrEqual(0.08)
  })

  test('an hour that triples the reactions is found nine times in ten', () => {
    const strong = ({ hour }: { hour: number }) => (hour === 18 ? 3 : 1)
    expect(said(40, (seed) => account(seed, { posts: 90, effect: strong }))).toBeGreaterThan(36)
  })

  test('it names the hour, and its interval holds what is true', () => {
    const strong = ({ hour }: { hour: number }) => (hour === 18 ? 3 : 1)
    const verdict = standOut(account(7, { posts: 120, effect: strong }))
    const best = verdict.kind === 'found' ? verdict.hours[0] : undefined
    expect(best).toMatchObject({ hour: 18 })
    expect(best?.low).toBeGreaterThan(1)
    expect(best?.low).toBeLessThan(3)
    expect(best?.high).toBeGreaterThan(2)
  })

  test('asked twice, it says the same', () => {
    const posts = account(3, { posts: 60 })
    expect(standOut(posts)).toEqual(standOut(posts))
  })

  test('an account without any reaction has no best hour', () => {
    const silent = account(3, { posts: 60 }).map((post) => ({ ...post, reactions: 0 }))
    expect(standOut(silent)).toEqual({ kind: 'nothing', posts: 60 })
  })
})
