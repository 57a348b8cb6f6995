import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: '+33 7 00 00 00 01', rules })

test('it shows who writes, the words, their links, and that a template holds them', () => {
  const drawn = draw('L’atelier <ouvre> : https://atelier-morel.fr/banc')
  expect(drawn).toContain('Atelier Morel')
  expect(drawn).toContain('L’atelier &lt;ouvre&gt; : ')
  expect(drawn).toContain('>https://atelier-morel.fr/banc</span>')
  expect(drawn).toContain('modèle approuvé')
  expect(draw('Bonjour', { theme: 'dark' })).not.toBe(draw('Bonjour'))
})
