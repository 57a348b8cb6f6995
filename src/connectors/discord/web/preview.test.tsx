import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: '#annonces', rules })

test('an address and a call to everyone stand out, each in its way', () => {
  const drawn = draw('@everyone voir https://atelier-morel.fr.')
  expect(drawn).toContain('>@everyone</span> voir ')
  expect(drawn).toContain('>https://atelier-morel.fr</span>.')
})

test('pictures make a mosaic, ten at most, and the dark theme has its own colours', () => {
  const images = Array.from({ length: 12 }, (_, n) => ({ url: `/m/${n}`, alt: '' }))
  expect(draw('Vues', { images }).match(/<img/g)).toHaveLength(10)
  expect(draw('Nuit', { theme: 'dark' })).toContain('#1a1a1e')
})

test('a link has its card', () => {
  const card = {
    host: 'a.fr',
    title: 'La table',
    description: 'En chêne',
    siteName: '',
    picture: null,
  }
  expect(draw('https://a.fr', { card })).toContain('En chêne')
})
