import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'ateliermorel', rules })

test('an address loses its scheme and its end; names and tags are blue', () => {
  const drawn = draw('@yanis_bois voir https://www.atelier-morel.fr/tables/chene-massif #bois')
  expect(drawn).toContain('>@yanis_bois</span> voir ')
  expect(drawn).toContain('>atelier-morel.fr/tables/ch…</span>')
  expect(drawn).toContain('>#bois</span>')
})

test('a long post is folded', () => {
  expect(draw('Court')).not.toContain('Afficher plus')
  expect(draw('Une planche. '.repeat(60))).toContain('Afficher plus')
})

test('a picture is cropped around its focal point and says that it is described', () => {
  const images = [
    { url: '/m/1', alt: 'Une table', focal: { x: 0.2, y: 0.8 } },
    { url: '/m/2', alt: '' },
  ]
  const drawn = draw('Deux vues', { images })
  expect(drawn).toContain('object-position:20% 80%')
  expect(drawn.match(/ALT/g)).toHaveLength(1)
})

test('night is black', () => {
  expect(draw('Nuit', { theme: 'dark' })).toContain('background:#000000')
})

test('the posts of a thread hang together: a line from each to the next, nothing between them', () => {
  const line = (drawn: string) => /<span aria-hidden="true" style="position:absolute/.exec(drawn)
  expect(line(draw('Seule'))).toBeNull()
  const [first, second, last] = [1, 2, 3].map((place) =>
    draw('Suite', { thread: { place, of: 3 } }),
  )
  expect(first).toContain('border-bottom:none')
  expect(first).not.toContain('border-top:none')
  expect(second).toContain('border-top:none')
  expect(last).not.toContain('border-bottom:none')
  for (const drawn of [first, second, last]) expect(line(drawn ?? '')).not.toBeNull()
})
