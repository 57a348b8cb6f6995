import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edits, posts, sameTemplate } from './fixtures/made-edits.ts'
import { guessLikeness, likeness, marksOf, NEARLY_THE_SAME, plain, shinglesOf } from './likeness.ts'

const between = (a: string, b: string) => likeness(shinglesOf(a), shinglesOf(b))

test('what differs only by links, accents, capitals, signs and blanks is the same', () => {
  const one = 'Nouveau : une table en chêne 🌳 ! https://vigie.example/l/abc'
  const other = 'NOUVEAU - une  table en chene. https://vigie.example/l/xyz?utm_source=x'
  expect(plain(one)).toBe('nouveau une table en chene')
  expect(between(one, other)).toBe(1)
})

test('texts without words are like nothing', () => {
  expect(between('🎄🎄🎄', '🎄🎄🎄')).toBe(0)
  expect(marksOf('…')).toEqual([])
})

test('likeness has no order, and a text is its own like', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (a, b) => {
      expect(between(a, b)).toBe(between(b, a))
      if (plain(b) !== '') expect(between(b, b)).toBe(1)
    }),
  )
})

/** Every made edit of a post should be found, and no pair of different posts. */
function measured(threshold: number) {
  const pairs = [
    ...posts.flatMap((post) => edits.map((edit) => ({ a: post, b: edit.of(post), same: true }))),
    ...posts.flatMap((a, i) => posts.slice(i + 1).map((b) => ({ a, b, same: false }))),
    ...sameTemplate.map(([a, b]) => ({ a, b, same: false })),
  ]
  const told = pairs.filter(({ a, b }) => between(a, b) >= threshold)
  const right = told.filter(({ same }) => same).length
  return {
    precision: right / told.length,
    recall: right / pairs.filter(({ same }) => same).length,
  }
}

describe('on made edits of a shop’s posts', () => {
  test('nearly all repeated posts are told, and nearly nothing else', () => {
    const { precision, recall } = measured(NEARLY_THE_SAME)
    expect({ precision: precision >= 0.99, recall: recall >= 0.95 }).toEqual({
      precision: true,
      recall: true,
    })
  })

  test('the marks miss none of them: what is nearly the same shares some, and is guessed near enough', () => {
    for (const post of posts)
      for (const { of } of edits) {
        const edited = of(post)
        if (between(post, edited) < NEARLY_THE_SAME) continue
        const [a, b] = [marksOf(post), marksOf(edited)]
        expect(a.some((mark) => b.includes(mark))).toBe(true)
        expect(guessLikeness(a, b)).toBeGreaterThanOrEqual(NEARLY_THE_SAME - 0.25)
      }
  })
})
