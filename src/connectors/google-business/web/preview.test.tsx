import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'Lyon', rules })

test('a photo is cut to 4:3 around what matters, above the words', () => {
  const images = [{ url: '/m/1', alt: 'Un banc', focal: { x: 0.2, y: 0.8 } }]
  const drawn = draw('Le banc est prêt.', { images })
  expect(drawn).toContain('aspect-ratio:4 / 3')
  expect(drawn).toContain('object-position:20% 80%')
  expect(drawn.indexOf('<img')).toBeLessThan(drawn.indexOf('Le banc est prêt.'))
})

test('an address in the words leads nowhere, as on Google', () => {
  expect(draw('Voir https://atelier-morel.fr')).toContain('<p style=')
  expect(draw('Voir https://atelier-morel.fr')).not.toMatch(/<a |color:#0/)
})

test('night has its own colours', () => {
  expect(draw('Nuit', { theme: 'dark' })).toContain('background:#1f1f1f')
  expect(draw('Jour')).toContain('background:#ffffff')
})
