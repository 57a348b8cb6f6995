import { describe, expect, test } from 'vitest'
import { frenchFaults } from '../../../bin/checks/french-typography.ts'
import { cautionsOf } from './cautions.ts'
import { guaranteeOf, provenanceOf } from './explanations.ts'
import type { Plan, PostFacts } from './model.ts'
import { readOut } from './read-out.ts'
import { sentenceOf } from './sentences.ts'

const plan: Plan = {
  figure: 'clicks',
  exposure: 'posts',
  windowHours: 72,
  minimumEffect: 0.5,
  certainty: 0.95,
  plannedEvents: 191,
}

const planned = new Date('2026-11-02T08:00:00Z')
let posts = 0

function post(count: number | null, changes: Partial<PostFacts> = {}): PostFacts {
  posts += 1
  return {
    postId: `post-${posts}`,
    excerpt: 'Une chaise en chêne',
    state: count === null ? 'counting' : 'counted',
    publishedAt: new Date('2026-11-03T08:00:00Z'),
    countedUntil: new Date('2026-11-06T08:00:00Z'),
    channelIds: ['boutique'],
    url: null,
    count,
    exposures: { posts: 1 },
    ...changes,
  }
}

const read = (a: PostFacts[], b: PostFacts[], changes: Partial<Plan> = {}) =>
  readOut({ ...plan, ...changes }, a, b)

describe('the sentence', () => {
  test.each([
    [
      'one version better',
      [100],
      [180],
      'B probably does better than A: 41% to 130% more clicks per post (probability: over 99.5%).',
      'B fait sans doute mieux que A : de 41 % à 130 % de clics en plus par publication (probabilité : plus de 99,5 %).',
    ],
    [
      'the other one better',
      [140],
      [90],
      'A probably does better than B: 20% to 103% more clicks per post (probability: over 99.5%).',
      'A fait sans doute mieux que B : de 20 % à 103 % de clics en plus par publication (probabilité : plus de 99,5 %).',
    ],
    [
      'one version much better',
      [40],
      [200],
      'B probably does better than A: 3.6 to 7.1 times as many clicks per post (probability: over 99.5%).',
      'B fait sans doute mieux que A : de 3,6 à 7,1 fois autant de clics par publication (probabilité : plus de 99,5 %).',
    ],
    [
      'too early',
      [20],
      [31],
      'We cannot tell yet: about 140 more clicks are needed.',
      'On ne peut pas encore trancher : il manque environ 140 clics.',
    ],
    [
      'nearly there',
      [90],
      [100],
      'We cannot tell yet: 1 more click is needed.',
      'On ne peut pas encore trancher : il manque 1 clic.',
    ],
    [
      'the same',
      [900],
      [910],
      'A and B do about the same: any difference is under 50%.',
      'A et B se valent : l’écart, s’il existe, est inférieur à 50 %.',
    ],
    [
      'nothing yet',
      [12],
      [],
      'Nothing to compare yet: each version needs a post whose counting hours are over.',
      'Rien à comparer pour l’instant : il faut pour chaque version une publication dont les heures de comptage sont écoulées.',
    ],
  ])('%s', (_, a, b, en, fr) => {
    const sentence = sentenceOf(
      plan,
      read(
        a.map((count) => post(count)),
        b.map((count) => post(count)),
      ),
    )
    expect(plain(sentence.en)).toBe(en)
    expect(plain(sentence.fr)).toBe(plain(fr))
    expect(frenchFaults(sentence.fr)).toEqual([])
  })

  test('speaks of reactions when reactions are compared', () => {
    const engagement = { ...plan, figure: 'engagement' as const, exposure: 'followers' as const }
    const followed = { exposures: { posts: 1, followers: 1_000 } }
    const out = readOut(engagement, [post(20, followed)], [post(30, followed)])
    expect(plain(sentenceOf(engagement, out).fr)).toBe(
      'On ne peut pas encore trancher : il manque environ 140 réactions.',
    )
  })
})

describe('what a figure is divided by', () => {
  test('followers, when each post’s are known', () => {
    const small = { exposures: { posts: 1, followers: 500 } }
    const large = { exposures: { posts: 1, followers: 1_500 } }
    const out = read([post(60, small)], [post(180, large)], { exposure: 'followers' })
    expect(out.exposure).toBe('followers')
    expect(out.comparison?.ratio.mid).toBeCloseTo(1, 1)
  })

  test('posts, with a word of warning, when those of one are not', () => {
    const followed = { exposures: { posts: 1, followers: 500 } }
    const changes = { exposure: 'followers' } as const
    const out = read([post(60, followed)], [post(180)], changes)
    expect(out.exposure).toBe('posts')
    expect(codes(out, changes)).toContain('other-exposure')
  })

  test('clicks out of views are proportions; reactions are not, as one person may give two', () => {
    const seen = { exposures: { posts: 1, views: 4_000 } }
    const clicks = read([post(60, seen)], [post(80, seen)], { exposure: 'views' })
    expect(clicks.comparison?.model).toBe('proportion')
    const reactions = { exposure: 'views', figure: 'engagement' } as const
    expect(read([post(60, seen)], [post(80, seen)], reactions).comparison?.model).toBe('rate')
  })
})

describe('cautions', () => {
  test('posts that were out before the plan', () => {
    const early = { publishedAt: new Date('2026-11-01T08:00:00Z') }
    expect(codes(read([post(10, early), post(9)], [post(12), post(14)]))).toContain(
      'planned-afterwards',
    )
  })

  test('one post of each', () => {
    expect(codes(read([post(10)], [post(12)]))).toEqual(['one-post-each'])
  })

  test('one post that carries its version', () => {
    const out = read([post(10), post(9), post(11)], [post(90), post(8), post(7)])
    expect(codes(out)).toEqual(['dominating-post-b', 'uneven-posts'])
  })

  test('other accounts and other hours', () => {
    const evening = {
      publishedAt: new Date('2026-11-03T19:00:00Z'),
      channelIds: ['atelier'],
    }
    const out = read([post(10), post(9)], [post(12, evening), post(11, evening)])
    expect(codes(out)).toEqual(['other-channels', 'other-hours'])
  })

  test('none when two posts of each left alike', () => {
    expect(codes(read([post(10), post(9)], [post(12), post(11)]))).toEqual([])
  })

  test('none before there is anything to read', () => {
    expect(codes(read([post(10)], []))).toEqual([])
  })
})

test('posts that do not count are named, never counted as nothing', () => {
  const out = read(
    [post(100), post(null, { state: 'no-link' }), post(null)],
    [post(180), post(null, { state: 'missing' })],
  )
  expect(out.comparison?.a).toMatchObject({ posts: 1, count: 100 })
  expect(provenanceOf(plan, out).gaps.map((gap) => gap.fr)).toEqual([
    '1 publication est en cours de comptage.',
    '1 publication a été annulée ou refusée.',
    '1 publication est partie sans lien du poste : clics inconnus.',
  ])
})

test('the promise of the rule is spelled out', () => {
  expect(plain(guaranteeOf(plan).en)).toContain('passes 97.5%')
  expect(plain(guaranteeOf(plan).en)).toContain('about once in 20')
  const french = guaranteeOf({ ...plan, certainty: 0.9, plannedEvents: 1_200 }).fr
  expect(plain(french)).toContain('Rien n’est tranché avant 1 200 clics')
  expect(plain(french)).toContain('environ une fois sur 10')
  expect(frenchFaults(french)).toEqual([])
})

function codes(out: ReturnType<typeof read>, changes: Partial<Plan> = {}) {
  const known = { startedAt: planned, timeZone: 'Europe/Paris' }
  const cautions = cautionsOf({ ...plan, ...changes }, out, known)
  for (const { text } of cautions) expect(frenchFaults(text.fr)).toEqual([])
  return cautions.map(({ code }) => code)
}

/** Every space alike; which one it is, is the business of the French typography check. */
function plain(sentence: string): string {
  return sentence.replace(/[\u00a0\u202f]/g, ' ')
}
