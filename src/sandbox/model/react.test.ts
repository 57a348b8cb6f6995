import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audienceOf } from './audience.ts'
import { paces } from './pace.ts'
import { type Aftermath, react, type WorldPost } from './react.ts'
import { buildWorld, followersOf } from './world.ts'

const world = buildWorld('lyon')
const audience = audienceOf(world, 'morel', 2400)
const MONDAY_NOON = Date.parse('2026-09-14T12:00:00+02:00')

const post = (more: Partial<WorldPost> = {}): WorldPost => ({
  id: 'post',
  at: MONDAY_NOON,
  text: 'Notre table en chêne est de retour à l’atelier.',
  images: 0,
  ...more,
})

const anyPost = fc.record({
  id: fc.uuid(),
  at: fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2028-01-01') }),
  text: fc.constantFrom(
    'Notre table en chêne est de retour.',
    'Chêne ou noyer ? Dites-nous. #bois',
    '-20 % sur les chaises https://atelier-morel.example/chaises',
    '',
  ),
  images: fc.integer({ min: 0, max: 4 }),
})
const anyPace = fc.constantFrom(...Object.values(paces))
const anyAudience = fc
  .integer({ min: 0, max: 3000 })
  .map((size) => audienceOf(world, 'morel', size))

test('the same post at the same hour always has the same aftermath', () => {
  const again = () => react(world, audience, post(), 'morel')
  expect(again()).toEqual(again())
  expect(react(world, audience, post({ id: 'another' }), 'morel')).not.toEqual(again())
})

test('nothing happens before the post, and everything is told in order of time', () => {
  fc.assert(
    fc.property(anyAudience, anyPost, anyPace, (followers, its, pace) => {
      const { reactions, views } = react(world, followers, its, 'morel', pace)
      for (const steps of [reactions, views]) {
        const instants = steps.map((step) => step.at)
        expect(instants).toEqual(instants.toSorted((a, b) => a - b))
        expect(Math.min(...instants, Infinity)).toBeGreaterThan(its.at)
      }
    }),
    { numRuns: 40 },
  )
})

test('a post travels only along the follower graph', () => {
  fc.assert(
    fc.property(anyAudience, anyPost, (followers, its) => {
      const { reactions } = react(world, followers, its, 'morel')
      const direct = new Set(followers)
      const resharedAt = new Map(
        reactions.filter((r) => r.kind === 'reshare').map((r) => [r.memberId, r.at]),
      )
      for (const { memberId, viaMemberId, at } of reactions) {
        if (viaMemberId === undefined) expect(direct.has(memberId)).toBe(true)
        else {
          expect([...followersOf(world, viaMemberId)]).toContain(memberId)
          expect(resharedAt.get(viaMemberId)).toBeLessThan(at)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('nobody does the same thing twice, nor more people react than saw', () => {
  fc.assert(
    fc.property(anyAudience, anyPost, anyPace, (followers, its, pace) => {
      const { reactions, views } = react(world, followers, its, 'morel', pace)
      const deeds = reactions.map((r) => `${r.kind} ${r.memberId}`)
      expect(new Set(deeds).size).toBe(deeds.length)
      const seen = views.reduce((sum, view) => sum + view.count, 0)
      expect(new Set(reactions.map((r) => r.memberId)).size).toBeLessThanOrEqual(seen)
      expect(views.length).toBeLessThanOrEqual(40)
      const comments = reactions.filter((r) => r.kind === 'comment')
      expect(comments.every((r) => r.text && r.tone)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

describe('over three hundred posts of a shop followed by 2,400 people', () => {
  const many = aftermaths({})

  test('one follower in five sees a post, and four views in a hundred bring a like', () => {
    const views = mean(many, viewsOf)
    expect(views / audience.length).toBeGreaterThan(0.15)
    expect(views / audience.length).toBeLessThan(0.3)
    const rate = mean(many, (m) => count(m, 'like')) / views
    expect(rate).toBeGreaterThan(0.025)
    expect(rate).toBeLessThan(0.065)
  })

  test('nine reshares in ten stay within one step of the shop', () => {
    const reshares = many.flatMap((m) => m.reactions.filter((r) => r.kind === 'reshare'))
    const farther = reshares.filter((r) => r.viaMemberId !== undefined)
    expect(farther.length / reshares.length).toBeLessThan(0.1)
    expect(farther.length).toBeGreaterThan(0)
  })

  test('the first half of the likes comes within two hours, the last ones a day later', () => {
    const delays = many
      .flatMap((m) => m.reactions.filter((r) => r.kind === 'like').map((r) => r.at - MONDAY_NOON))
      .sort((a, b) => a - b)
    expect(quantile(delays, 0.5)).toBeLessThan(2 * 3_600_000)
    expect(quantile(delays, 0.98)).toBeGreaterThan(6 * 3_600_000)
  })

  test('luck counts more than form: the best tenth gets at least twice the median', () => {
    const likes = many.map((m) => count(m, 'like')).sort((a, b) => a - b)
    expect(quantile(likes, 0.95)).toBeGreaterThan(1.7 * quantile(likes, 0.5))
  })

  test('a picture brings more likes and reshares', () => {
    const withPicture = aftermaths({ images: 1 })
    expect(mean(withPicture, (m) => count(m, 'like'))).toBeGreaterThan(
      1.15 * mean(many, (m) => count(m, 'like')),
    )
    expect(mean(withPicture, (m) => count(m, 'reshare'))).toBeGreaterThan(
      1.1 * mean(many, (m) => count(m, 'reshare')),
    )
  })

  test('a question brings more comments, and mostly answers to it', () => {
    const asked = aftermaths({ text: 'Notre table : chêne ou noyer ?' })
    expect(mean(asked, (m) => count(m, 'comment'))).toBeGreaterThan(
      1.5 * mean(many, (m) => count(m, 'comment')),
    )
    const tones = asked.flatMap((m) => m.reactions.flatMap((r) => r.tone ?? []))
    const opinions = tones.filter((tone) => tone === 'opinion').length
    expect(opinions / tones.length).toBeGreaterThan(0.3)
  })

  test('only a link can be clicked', () => {
    const linked = aftermaths({ text: 'Notre table : https://atelier-morel.example/t' })
    expect(mean(many, (m) => count(m, 'click'))).toBe(0)
    expect(mean(linked, (m) => count(m, 'click'))).toBeGreaterThan(5)
  })

  test('a post sent at three in the morning is seen by fewer', () => {
    const byNight = aftermaths({ at: Date.parse('2026-09-14T03:00:00+02:00') })
    expect(mean(byNight, viewsOf)).toBeLessThan(0.9 * mean(many, viewsOf))
  })

  test('comments are thanks, questions, purchases, complaints and a little spam, in two languages', () => {
    const comments = many.flatMap((m) => m.reactions.filter((r) => r.kind === 'comment'))
    const share = (tone: string) => comments.filter((r) => r.tone === tone).length / comments.length
    expect(share('thanks')).toBeGreaterThan(share('question'))
    expect(share('question')).toBeGreaterThan(share('purchase'))
    expect(share('complaint')).toBeGreaterThan(0.03)
    expect(share('complaint')).toBeLessThan(0.16)
    expect(share('spam')).toBeLessThan(0.2)
    expect(new Set(comments.map((r) => r.text)).size).toBeGreaterThan(60)
  })
})

test('whoever practises gets a comment within minutes, day or night, even with few followers', () => {
  for (let hour = 0; hour < 24; hour++) {
    const at = MONDAY_NOON + hour * 3_600_000
    const few = audienceOf(world, 'new', 60)
    const { reactions } = react(world, few, post({ id: `p${hour}`, at }), 'new', paces.practice)
    const comments = reactions.filter((r) => r.kind === 'comment')
    expect(comments.length).toBeGreaterThan(0)
    expect((comments[0]?.at ?? Infinity) - at).toBeLessThan(60 * 60_000)
  }
})

test('an account without followers speaks to nobody', () => {
  const { reactions, views } = react(world, [], post(), 'morel', paces.practice)
  expect({ reactions, views }).toEqual({ reactions: [], views: [] })
})

function aftermaths(more: Partial<WorldPost>): Aftermath[] {
  return Array.from({ length: 300 }, (_, i) =>
    react(world, audience, post({ ...more, id: `p${i}` }), 'morel'),
  )
}

function count(aftermath: Aftermath, kind: string) {
  return aftermath.reactions.filter((r) => r.kind === kind).length
}

function viewsOf({ views }: Aftermath) {
  return views.reduce((sum, view) => sum + view.count, 0)
}

function mean(many: Aftermath[], figure: (aftermath: Aftermath) => number) {
  return many.reduce((sum, one) => sum + figure(one), 0) / many.length
}

function quantile(sorted: number[], share: number) {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN
}
