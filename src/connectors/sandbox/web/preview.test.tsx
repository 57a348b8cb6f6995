import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'atelier.morel', rules })

test('addresses are underlined and left whole; handles and hashtags are words like others', () => {
  const drawn = draw('Voir https://atelier-morel.fr/tables?x=1, @sofia #chêne')
  expect(drawn).toContain('>https://atelier-morel.fr/tables?x=1</span>, @sofia #chêne')
})

test('words are drawn as they are, and never as markup', () => {
  expect(draw('a < b & <b>c</b>')).toContain('a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;')
})

test('every picture keeps its description', () => {
  const images = [1, 2, 3].map((n) => ({ url: `/m/${n}`, alt: `Vue ${n}` }))
  const drawn = draw('Des vues', { images })
  for (const { alt } of images) expect(drawn).toContain(`alt="${alt}"`)
})

test('light and dark are two drawings, French and English two words', () => {
  expect(draw('Bonjour', { theme: 'dark' })).not.toBe(draw('Bonjour'))
  expect(draw('Bonjour', { locale: 'en' })).toContain('now')
})
