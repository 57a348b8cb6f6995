import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'atelier.example' })

test('the first line is the title, and is not said again', () => {
  const drawn = draw('Un banc neuf\n\nVoir https://a.fr/banc.')
  expect(drawn.match(/Un banc neuf/g)).toHaveLength(1)
  expect(drawn).toMatch(/<h2[^>]*>Un banc neuf<\/h2>/)
  expect(drawn).toMatch(/underline">https:\/\/a\.fr\/banc<\/span>\./)
})

test('the first image stands under the title, the others under the text', () => {
  const images = ['/m/1', '/m/2'].map((url) => ({ url, alt: '' }))
  const drawn = draw('Deux vues\n\nDu banc.', { images, theme: 'dark', locale: 'en' })
  const parts = ['Deux vues', 'src="/m/1', 'Du banc.', 'src="/m/2']
  const order = parts.map((piece) => drawn.indexOf(piece))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})
