import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
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

test.each(languages)('in %s, a company without a handle leaves it out', (language) => {
  const values = { ...exampleValues(language), handle: '' }
  const brand = templates.find(({ id }) => id === 'brand')
  const impostor = templates.find(({ id }) => id === 'impostor')
  if (!brand || !impostor) throw new Error('The templates have gone.')
  expect(fill(brand, values, language)).toBe(
    '("Atelier Morel"' + (language === 'fr' ? ' OU ' : ' OR ') + '"Ateliers Morel")',
  )
  expect(fill(impostor, values, language)).not.toMatch(/@|author:|[[\]]/)
})

test('one who asks for a template without what it needs is told what is missing', async () => {
  const desk = await openTestDesk()
  const camille = await desk.signUp()
  const asked = { id: 'product', values: { products: 'Lyre', names: ' , ', trade: 'bois' } }
  const refused = await camille.post('/query-templates/fill', asked)
  expect([refused.status, refused.body.code]).toEqual([422, 'listening.blank_missing'])
  expect(refused.body.detail).toContain('Your name, and how people spell it')
  const brand = { id: 'brand', values: { names: 'Atelier Morel' } }
  const filled = await camille.post('/query-templates/fill', brand)
  expect([filled.status, filled.body.expression]).toEqual([200, '"Atelier Morel"'])
})

test('whatever is told that holds a name gives a query that can be read', () => {
  const told = fc
    .string({ unit: fc.constantFrom(...'aÉ é"(){}«»,;*?@-:/AND'), maxLength: 20 })
    .filter((value) => listed(value).length > 0)
  fc.assert(
    fc.property(fc.constantFrom(...templates), told, fc.boolean(), (template, value, bare) => {
      const values = {
        ...exampleValues('en'),
        ...(bare ? { handle: '' } : {}),
        names: value,
        products: value,
        trade: value,
        needs: value,
      }
      expect(parseQuery(fill(template, values, 'en'))).toMatchObject({ ok: true })
    }),
  )
})
