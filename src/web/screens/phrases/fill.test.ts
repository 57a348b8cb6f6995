import { describe, expect, test } from 'vitest'
import { fill, missing, proposed, wordsIn } from './fill.ts'
import { endingWith, tagsToAdd } from './hashtags.ts'

const variable = (name: string, kind: 'text' | 'number' | 'date' | 'choice', more = {}) => ({
  name,
  kind,
  label: '',
  default: '',
  choices: [] as string[],
  ...more,
})
const variables = [
  variable('produit', 'choice', { choices: ['La table Lucie', 'La chaise Hugo'] }),
  variable('prix', 'number', { default: '1299.5' }),
  variable('date', 'date'),
]
const text = '{produit} : {prix} €, dès {date}.'

describe('a template', () => {
  test('writes numbers and dates as the language does', () => {
    const values = { produit: 'La table Lucie', prix: '1299.5', date: '2026-12-05' }
    expect(fill(text, variables, values, 'fr')).toBe(
      'La table Lucie : 1\u202f299,50 €, dès samedi 5 décembre.',
    )
    expect(fill(text, variables, values, 'en')).toBe(
      'La table Lucie : 1,299.50 €, dès Saturday 5 December.',
    )
  })

  test('proposes the default, or the first choice', () => {
    expect(proposed(variables)).toEqual({ produit: 'La table Lucie', prix: '1299.5', date: '' })
  })

  test('keeps the braces of what is not known yet, and says what is missing', () => {
    expect(fill(text, variables, proposed(variables), 'fr')).toContain('dès {date}.')
    expect(missing(variables, proposed(variables))).toEqual(['date'])
    expect(missing(variables, { ...proposed(variables), prix: 'cher' })).toEqual(['prix', 'date'])
  })

  test('never fills what a value brings', () => {
    const values = { produit: '{prix}', prix: '249', date: '2026-12-05' }
    expect(fill('{produit}', variables, values, 'fr')).toBe('{prix}')
  })

  test('in a language it does not have, speaks the other', () => {
    expect(wordsIn({ texts: { fr: 'Bonjour' } }, 'en')).toBe('Bonjour')
  })
})

describe('a set of hashtags', () => {
  const set = '#chêne #Lyon #fait_main'

  test('brings only those the text does not have, whatever their case', () => {
    expect(tagsToAdd('Du #Chêne, à #lyonnais', set)).toEqual(['#Lyon', '#fait_main'])
    expect(tagsToAdd('#CHÊNE #lyon #fait_main', set)).toEqual([])
  })

  test.each([
    ['', '#a #b'],
    ['Un texte', '\n\n#a #b'],
    ['Un texte\n', '\n#a #b'],
    ['Un texte\n\n', '#a #b'],
    ['Un texte\n\n#c', ' #a #b'],
    ['Un texte\n\n#c ', '#a #b'],
  ])('goes to the end of %j', (before, added) => {
    expect(endingWith(before, ['#a', '#b'])).toBe(added)
  })
})
