import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'ateliermorel', rules })

test('the first line is the title, and the rest the description, with its links', () => {
  const drawn = draw('Le rabot\nÀ l’établi #bois https://atelier-morel.fr')
  expect(drawn).toMatch(/<h3[^>]*>Le rabot<\/h3>/)
  expect(drawn).toContain('<span style="color:#065fd4">#bois</span>')
  expect(drawn).toContain('<span style="color:#065fd4">https://atelier-morel.fr</span>')
})

test('the still is shown whole, on the screen of the player', () => {
  const drawn = draw('Le rabot', { images: [{ url: '/m/1', alt: 'Le rabot' }] })
  expect(drawn).toContain('aspect-ratio:16 / 9')
  expect(drawn).toContain('object-fit:contain')
})

test('after three lines of description people open the rest', () => {
  const long = draw('Titre\nUn\nDeux\nTrois\nQuatre')
  expect(long).toContain('Trois')
  expect(long).not.toContain('Quatre')
  expect(long).toContain('…afficher plus')
  expect(draw('Titre\nUn')).not.toContain('afficher plus')
})

test('night has its own colours', () => {
  expect(draw('Nuit', { theme: 'dark' })).toContain('background:#0f0f0f')
  expect(draw('Jour')).toContain('background:#ffffff')
})
