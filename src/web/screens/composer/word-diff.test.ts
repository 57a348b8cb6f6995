import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from './word-diff.ts'

const shown = (mine: string, theirs: string) => {
  const { added, removed } = wordDiff(mine, theirs)
  return {
    added: added.map(({ start, end }) => mine.slice(start, end)),
    removed: removed.map(({ start, end }) => theirs.slice(start, end)),
  }
}

describe('how an account’s own text departs from the main one', () => {
  it('shows the words that only one of them has', () => {
    expect(shown('Nos chaises en frêne sont là, venez', 'Nos tables en frêne sont là')).toEqual({
      added: ['chaises', ', venez'],
      removed: ['tables'],
    })
  })

  it('is nothing when only blanks differ', () => {
    expect(shown('Nos chaises\n\nsont là', 'Nos chaises sont là')).toEqual({
      added: [],
      removed: [],
    })
  })

  it('is everything when the main text is empty', () => {
    expect(shown('Venez nous voir', '')).toEqual({ added: ['Venez nous voir'], removed: [] })
  })

  it('always accounts for every word of both texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        const { added, removed } = shown(mine, theirs)
        const count = (words: string) => words.split(/\s+/).filter(Boolean).length
        const all = (parts: string[]) => parts.reduce((sum, words) => sum + count(words), 0)
        expect(count(mine) - all(added)).toBe(count(theirs) - all(removed))
        expect(wordDiff(mine, mine)).toEqual({ added: [], removed: [] })
      }),
    )
  })
})
