import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMatcher, parseQuery, queryNotes } from '../query/index.ts'
import { fill, listed } from './fill.ts'
import { type Blank, blankExamples, templates } from './templates.ts'

const languages = ['en', 'fr'] as const

function exampleValues(language: 'en' | 'fr') {
  const entries = Object.entries(blankExamples).map(([blank, text]) => [blank, text[language]])
  return Object.fromEntries(entries) as Record<Blank, string>
}

describe.each(languages)('in %s', (language) => {
  test.each(templates)(
    'the template $id finds what it says, and passes over the rest',
    (template) => {
      const expression = fill(template, exampleValues(language), language)
      const parsed = parseQuery(expression)
      if (!parsed.ok) throw new Error(`${expression}: ${parsed.error.code}`)
      expect(queryNotes(parsed.tokens)).toEqual([])
      const matcher = createMatcher()
      matcher.add('it', parsed.query)
      expect(matcher.match(template.finds[language])).toEqual(['it'])
      expect(matcher.match(template.passesOver[language])).toEqual([])
    },
  )
})

test('whatever is told that holds a name gives a query that can be read', () => {
  const told = fc
    .string({ unit: fc.constantFrom(...'aÉ é"(){}«»,;*?@-:/AND'), maxLength: 20 })
    .filter((value) => listed(value).length > 0)
  fc.assert(
    fc.property(fc.constantFrom(...templates), told, (template, value) => {
      const values = {
        ...exampleValues('en'),
        names: value,
        products: value,
        trade: value,
        needs: value,
      }
      expect(parseQuery(fill(template, values, 'en'))).toMatchObject({ ok: true })
    }),
  )
})
