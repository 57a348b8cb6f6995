import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomOf } from './random.ts'
import { brandTalk, tradeTalk } from './talk.ts'
import { writeAnswer } from './texts/answers.ts'
import { commentTones } from './texts/comment-tone.ts'
import { writeComment } from './texts/comments.ts'
import { buildWorld } from './world.ts'

const languages = ['fr', 'en'] as const
const morel = { seed: 'morel', handle: 'atelier.morel', name: 'Atelier Morel' }

test('a comment is a whole sentence, with no hole left in it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...commentTones),
      fc.constantFrom(...languages),
      fc.constantFrom('Nos chaises', 'Our walnut desk', ''),
      fc.nat(),
      (tone, language, about, seed) => {
        const text = writeComment(tone, language, about, randomOf(seed))
        expect(text).not.toMatch(/[{}]|undefined| {2}/)
        expect(text.length).toBeGreaterThan(5)
        expect(text.length).toBeLessThan(300)
      },
    ),
    { numRuns: 600 },
  )
})

test('a comment speaks of what the post shows', () => {
  const written = (about: string) =>
    Array.from({ length: 300 }, (_, i) => writeComment('question', 'fr', about, randomOf(i))).join(
      '\n',
    )
  expect(written('La nouvelle lampe Lucie')).toContain('prix de la lampe')
  expect(written('Un bureau en noyer')).toContain('prix du bureau')
  expect(written('Un bureau en noyer')).toContain('Ça existe aussi en chêne')
  expect(written('Un bureau en noyer')).not.toContain('Ça existe aussi en noyer')
})

test('French comments are typeset as French is', () => {
  for (let i = 0; i < 500; i++) {
    const tone = commentTones[i % commentTones.length] ?? 'thanks'
    expect(writeComment(tone, 'fr', '', randomOf('fr', i))).not.toMatch(/ [!?;:]|[^\u202f!?][!?]|'/)
  }
})

describe('answers', () => {
  test('come more often to a question than to thanks, and never from a spammer', () => {
    const share = (tone: (typeof commentTones)[number]) =>
      Array.from({ length: 400 }, (_, i) => writeAnswer(tone, 'fr', randomOf(tone, i))).filter(
        Boolean,
      ).length / 400
    expect(share('question')).toBeGreaterThan(0.5)
    expect(share('thanks')).toBeLessThan(0.2)
    expect(share('spam')).toBe(0)
  })
})

describe('talk', () => {
  const world = buildWorld('lyon', 500)
  const day = 20_700

  test('of the trade goes on every day, the same for whoever listens again', () => {
    expect(tradeTalk(world, day)).toEqual(tradeTalk(world, day))
    expect(tradeTalk(world, day)).toHaveLength(30)
    const instants = tradeTalk(world, day).map((said) => Math.floor(said.at / 86_400_000))
    expect(new Set(instants)).toEqual(new Set([day]))
  })

  test('of a shop names it, or calls it by its handle, the more it is followed', () => {
    const said = Array.from({ length: 60 }, (_, i) => brandTalk(world, morel, 2400, day + i)).flat()
    expect(said.length).toBeGreaterThan(40)
    expect(said.length).toBeLessThan(90)
    for (const { text, calls } of said)
      expect(text).toContain(calls ? '@atelier.morel' : 'Atelier Morel')
    expect(said.filter(({ calls }) => calls).length).toBeGreaterThan(5)
    const smaller = Array.from({ length: 60 }, (_, i) =>
      brandTalk(world, morel, 200, day + i),
    ).flat()
    expect(smaller.length).toBeLessThan(20)
    expect(new Set(said.map(({ id }) => id)).size).toBe(said.length)
  })
})
