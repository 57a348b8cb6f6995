import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'ateliermorel', rules })

test('a long text is folded after five lines or some 477 characters', () => {
  const lines = Array.from({ length: 8 }, (_, n) => `Ligne ${n + 1}`).join('\n')
  expect(draw(lines)).toContain('Ligne 5')
  expect(draw(lines)).not.toContain('Ligne 6')
  expect(draw('mot '.repeat(200))).toContain('… En voir plus')
  expect(draw('Court')).not.toContain('En voir plus')
})

test('more than five photos are counted on the last', () => {
  const images = Array.from({ length: 8 }, (_, n) => ({ url: `/m/${n}`, alt: `Vue ${n}` }))
  const drawn = draw('Vues', { images })
  expect(drawn.match(/<img/g)).toHaveLength(5)
  expect(drawn).toContain('+3')
})

test('a link has the card of its page, unless there are photos', () => {
  const card = {
    host: 'atelier-morel.fr',
    title: 'Tables',
    description: '',
    siteName: '',
    picture: null,
  }
  expect(draw('https://atelier-morel.fr', { card })).toContain('Tables')
  const images = [{ url: '/m/1', alt: 'Une table' }]
  expect(draw('https://atelier-morel.fr', { card, images })).not.toContain('Tables')
})

test('dark is dark', () => {
  expect(draw('Nuit', { theme: 'dark' })).toContain('background:#252728')
})
