import { describe, expect, test } from 'vitest'
import { audienceOf } from './audience.ts'
import { buildWorld, followersOf, memberOf } from './world.ts'

const world = buildWorld('lyon', 4000)
const popularity = world.members
  .map((member) => followersOf(world, member.id).length)
  .sort((a, b) => b - a)

test('the same seed makes the same people and the same followers', () => {
  expect(buildWorld('lyon', 300)).toEqual(buildWorld('lyon', 300))
  expect(buildWorld('lyon', 300).graph.followers).not.toEqual(
    buildWorld('nantes', 300).graph.followers,
  )
})

test('nobody follows themselves, nor anyone twice', () => {
  for (const { id } of world.members) {
    const followers = [...followersOf(world, id)]
    expect(followers).not.toContain(id)
    expect(new Set(followers).size).toBe(followers.length)
  }
})

describe('popularity', () => {
  test('is heavy-tailed: one in a hundred holds at least a tenth of all the following', () => {
    const top = popularity.slice(0, popularity.length / 100)
    const share = sum(top) / sum(popularity)
    expect(share).toBeGreaterThan(0.1)
    expect(popularity[0]).toBeGreaterThan(20 * (popularity[popularity.length / 2] ?? 0))
  })

  test('falls as a power law of exponent between 2 and 3 among the most followed (Hill estimate)', () => {
    const kept = popularity.slice(0, popularity.length / 20)
    const least = kept.at(-1) ?? 1
    const exponent = 1 + kept.length / sum(kept.map((followers) => Math.log(followers / least)))
    expect(exponent).toBeGreaterThan(2)
    expect(exponent).toBeLessThan(3)
  })
})

describe('people', () => {
  test('have each a handle of their own that a network would accept', () => {
    const handles = world.members.map((member) => member.handle)
    expect(new Set(handles).size).toBe(handles.length)
    expect(handles.filter((handle) => !/^[a-z][a-z0-9._]+$/.test(handle))).toEqual([])
  })

  test('mostly speak French, and a few send advertisements', () => {
    const share = (n: number) => n / world.members.length
    const french = world.members.filter((member) => member.language === 'fr').length
    const spammers = world.members.filter((member) => member.spammer).length
    expect(share(french)).toBeCloseTo(0.78, 1)
    expect(share(spammers)).toBeGreaterThan(0.005)
    expect(share(spammers)).toBeLessThan(0.03)
  })

  test('react very unequally: a tenth of them make over a third of all activity', () => {
    const activity = world.members.map((member) => member.activity).sort((a, b) => b - a)
    expect(sum(activity) / activity.length).toBeCloseTo(1, 0)
    expect(sum(activity.slice(0, activity.length / 10))).toBeGreaterThan(sum(activity) / 3)
  })

  test('who do not live there cannot be found', () => {
    expect(() => memberOf(world, 4000)).toThrow(RangeError)
  })
})

test('a larger audience begins with the smaller one, and never exceeds the world', () => {
  const small = audienceOf(world, 'morel', 100)
  expect(audienceOf(world, 'morel', 500).slice(0, 100)).toEqual(small)
  expect(new Set(small).size).toBe(100)
  expect(audienceOf(world, 'another shop', 100)).not.toEqual(small)
  expect(audienceOf(world, 'morel', 9999)).toHaveLength(4000)
})

test('a world is refused when it is too small to be one', () => {
  expect(() => buildWorld('lyon', 3)).toThrow(RangeError)
})

function sum(numbers: number[]) {
  return numbers.reduce((total, n) => total + n, 0)
}
