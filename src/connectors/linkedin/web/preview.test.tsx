import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'atelier-morel', rules })

test('a mention shows the name alone, a tag is blue', () => {
  const drawn = draw('Merci @[Scierie Duval](urn:li:organization:24) #bois')
  expect(drawn).toContain('>Scierie Duval</span>')
  expect(drawn).not.toContain('urn:li')
  expect(drawn).toContain('>#bois</span>')
})

test('three lines are shown, then what follows is folded', () => {
  expect(draw('Un\nDeux\nTrois')).not.toContain('… plus')
  const drawn = draw('Un\nDeux\nTrois\nQuatre')
  expect(drawn).toContain('… plus')
  expect(drawn).not.toContain('Quatre')
})

test('of many pictures four are seen, and how many more there are', () => {
  const images = Array.from({ length: 7 }, (_, n) => ({ url: `/m/${n}`, alt: '' }))
  const drawn = draw('La série', { images })
  expect(drawn.match(/<img/g)).toHaveLength(4)
  expect(drawn).toContain('+3')
})

test('night has its own colours', () => {
  expect(draw('Nuit', { theme: 'dark' })).toContain('background:#1b1f23')
})
