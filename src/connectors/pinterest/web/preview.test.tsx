import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'ateliermorel', rules })

test('a Pin shows its image, where it leads and its words', () => {
  const images = [{ url: '/m/1', alt: 'Un banc', focal: { x: 0.2, y: 0.8 } }]
  const drawn = draw('Le banc est prêt : https://www.atelier-morel.fr/bancs', { images })
  expect(drawn).toContain('object-position:20% 80%')
  expect(drawn).toContain('>atelier-morel.fr</p>')
  expect(drawn).toContain('Enregistrer')
})

test('of several images the first is seen, with one dot for each', () => {
  const images = [1, 2, 3].map((n) => ({ url: `/m/${n}`, alt: '' }))
  const drawn = draw('La série', { images })
  expect(drawn.match(/<img/g)).toHaveLength(1)
  expect(drawn.match(/●/g)).toHaveLength(3)
})

test('night has its own colours', () => {
  expect(draw('Nuit', { theme: 'dark' })).toContain('background:#111111')
})
