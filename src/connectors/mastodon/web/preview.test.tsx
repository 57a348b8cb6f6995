import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import { foldAt } from './fold.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'morel@mastodon.example', rules })

test('an address loses its scheme and its end, a mention its server', () => {
  const drawn = draw('@yanis@autre.example voir https://www.atelier-morel.fr/tables/chene-massif')
  expect(drawn).toContain('>@yanis</span> voir ')
  expect(drawn).toContain('>atelier-morel.fr/tables/chene-…</span>')
})

test('a text is folded after 32 lines', () => {
  const lines = Array.from({ length: 40 }, (_, n) => `Ligne ${n + 1}`)
  expect(foldAt(lines.slice(0, 32).join('\n'))).toBe(lines.slice(0, 32).join('\n').length)
  const drawn = draw(lines.join('\n'))
  expect(drawn).toContain('Ligne 32')
  expect(drawn).not.toContain('Ligne 33')
  expect(drawn).toContain('Lire la suite')
  expect(draw('Court')).not.toContain('Lire la suite')
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
