import { expect, it } from 'vitest'
import { loadLexicon, polarityAt } from './lexicon.ts'
import { tokensOf } from './words/tokens.ts'

const french = loadLexicon(['feelings-fr', 'spoken-fr', 'ours-fr'], true)

it.each([
  ['N’importe quoi', -2, 3],
  ['J’en ai marre', -3, 4],
  ['chef-d’œuvre', 5, 3],
  ['Ça passe crème', 3, 3],
])('hears “%s” as one phrase, elisions and hyphens parted as in posts', (text, value, length) => {
  expect(polarityAt(french, tokensOf(text), 0)).toEqual({ value, length })
})

it('knows the endings of a French word it holds', () => {
  for (const word of ['émerveillé', 'émerveillée', 'émerveillés'])
    expect(polarityAt(french, tokensOf(word), 0).value).toBe(5)
})
