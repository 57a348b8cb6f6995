import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: '#annonces', rules })

test('an address stands out; stars and calls are plain words', () => {
  const drawn = draw('*Voir* https://atelier-morel.fr, @channel')
  expect(drawn).toContain('>https://atelier-morel.fr</span>, @channel')
  expect(drawn).toContain('*Voir* ')
})

test('each picture is whole, and the dark theme has its own colours', () => {
  const images = [
    { url: '/m/1', alt: 'Une table' },
    { url: '/m/2', alt: '' },
  ]
  expect(draw('Vues', { images }).match(/object-fit:contain/g)).toHaveLength(2)
  expect(draw('Nuit', { theme: 'dark' })).toContain('#1a1d21')
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
