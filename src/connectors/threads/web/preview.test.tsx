import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'ateliermorel', rules })

test('links, tags and people are coloured, in light and in dark', () => {
  const words = 'https://a.fr #chêne @yanis_bois'
  expect(draw(words).match(/color:#0064d1/g)).toHaveLength(3)
  expect(draw(words, { theme: 'dark' }).match(/color:#85a1ff/g)).toHaveLength(3)
})

test('images stand side by side, each cropped around its focal point', () => {
  const images = ['a', 'b'].map((n) => ({ url: `/m/${n}`, alt: n, focal: { x: 0.2, y: 0.8 } }))
  expect(draw('Deux vues', { images }).match(/object-position:20% 80%/g)).toHaveLength(2)
})

test('a link has its card, unless there are images', () => {
  const card = { host: 'a.fr', title: 'Tables', description: '', siteName: '', picture: null }
  expect(draw('https://a.fr', { card })).toContain('Tables')
  const images = [{ url: '/m/1', alt: '' }]
  expect(draw('https://a.fr', { card, images })).not.toContain('Tables')
})
