import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'atelier_morel', rules })

test('addresses, names and tags are coloured; stars stay stars', () => {
  const drawn = draw('*Voir* atelier-morel.fr avec @yanis_b #chêne')
  for (const part of ['atelier-morel.fr', '@yanis_b', '#chêne'])
    expect(drawn).toContain(`>${part}</span>`)
  expect(drawn).toContain('*Voir* ')
})

test('an album is a mosaic, ten pictures at most, and night has its own colours', () => {
  const images = Array.from({ length: 12 }, (_, n) => ({ url: `/m/${n}`, alt: '' }))
  expect(draw('Vues', { images }).match(/<img/g)).toHaveLength(10)
  expect(draw('Nuit', { theme: 'dark' })).toContain('#212121')
})

test('a link has its card, unless there are pictures', () => {
  const card = {
    host: 'atelier-morel.fr',
    title: 'La table',
    description: 'En chêne',
    siteName: '',
    picture: null,
  }
  expect(draw('https://atelier-morel.fr', { card })).toContain('En chêne')
  const images = [{ url: '/m/1', alt: '' }]
  expect(draw('https://atelier-morel.fr', { card, images })).not.toContain('En chêne')
})
