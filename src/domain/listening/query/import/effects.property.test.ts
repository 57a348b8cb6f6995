import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bringIn, createMatcher, parseQuery } from '../index.ts'

/** A foreign query: words, and fields without an equal here. */
type Theirs =
  | { is: 'word' | 'field'; name: string }
  | { is: 'AND' | 'OR'; parts: Theirs[] }
  | { is: 'NOT'; part: Theirs }

const words = ['oak', 'ash', 'fir']
const fields = ['country:x', 'region:(y OR z)']

const { tree } = fc.letrec<{ tree: Theirs }>((tie) => {
  const parts = fc.array(tie('tree'), { minLength: 2, maxLength: 3 })
  return {
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(...words).map((name) => ({ is: 'word' as const, name })),
      fc.constantFrom(...fields).map((name) => ({ is: 'field' as const, name })),
      fc.record({ is: fc.constantFrom('AND' as const, 'OR' as const), parts }),
      fc.record({ is: fc.constant('NOT' as const), part: tie('tree') }),
    ),
  }
})

/** With no more parentheses than needed, where NOT comes before AND, and AND before OR. */
function written(theirs: Theirs, holds = 0): string {
  if ('name' in theirs) return theirs.name
  if (theirs.is === 'NOT') return `NOT ${written(theirs.part, 3)}`
  const own = theirs.is === 'OR' ? 1 : 2
  const text = theirs.parts.map((part) => written(part, own)).join(` ${theirs.is} `)
  return own < holds ? `(${text})` : text
}

function finds(theirs: Theirs, there: ReadonlySet<string>): boolean {
  if ('name' in theirs) return there.has(theirs.name)
  if (theirs.is === 'NOT') return !finds(theirs.part, there)
  return theirs.is === 'AND'
    ? theirs.parts.every((part) => finds(part, there))
    : theirs.parts.some((part) => finds(part, there))
}

test('what is told of more and less is true of every post', () => {
  fc.assert(
    fc.property(tree, fc.subarray([...words, ...fields]), (theirs, there) => {
      const { expression, changes } = bringIn(written(theirs))
      const parsed = parseQuery(expression)
      if (!parsed.ok) {
        expect(changes).not.toEqual([])
        return
      }
      const matcher = createMatcher()
      matcher.add('ours', parsed.query)
      const ours = matcher.match(there.filter((one) => words.includes(one)).join(' ')).length > 0
      const before = finds(theirs, new Set(there))
      const told = changes.map(({ message }) => message.en)
      if (ours && !before) expect(told.join()).toContain('finds more')
      if (before && !ours) expect(told.join()).toContain('finds less')
    }),
    { numRuns: 3_000 },
  )
})
