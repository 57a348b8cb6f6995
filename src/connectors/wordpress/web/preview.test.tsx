import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'morel@atelier.example' })

test('the first line is the title, and is not said again', () => {
  const drawn = draw('Un banc neuf\n\nEn chêne.\n\nVoir https://a.fr/banc.')
  expect(drawn.match(/Un banc neuf/g)).toHaveLength(1)
  expect(drawn).toMatch(/<h2[^>]*>Un banc neuf<\/h2>/)
  expect(drawn).toMatch(/<p[^>]*>Voir <u>https:\/\/a\.fr\/banc<\/u>\.<\/p>/)
  expect(drawn).toContain('2 mars 2026 — par Atelier Morel')
})

test('the first image stands above the title, the others under the text', () => {
  const images = ['/m/1', '/m/2'].map((url) => ({ url, alt: '' }))
  const drawn = draw('Deux vues\n\nDu banc.', { images })
  const order = ['src="/m/1', 'Deux vues', 'Du banc.', 'src="/m/2'].map((piece) =>
    drawn.indexOf(piece),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('what has no title says so, in both languages', () => {
  expect(draw('')).toContain('(sans titre)')
  expect(draw('', { locale: 'en', theme: 'dark' })).toContain('(no title)')
})
