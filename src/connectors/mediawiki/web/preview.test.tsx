import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'Morel@wiki.example' })

test('the first line is the heading of the section, and is not said again', () => {
  const drawn = draw('Un banc neuf\n\nEn chêne : https://a.fr/banc.')
  expect(drawn.match(/Un banc neuf/g)).toHaveLength(1)
  expect(drawn).toMatch(/<h2[^>]*>Un banc neuf<span/)
  expect(drawn).toMatch(/<span style="color:#3366bb">https:\/\/a\.fr\/banc<\/span>\./)
  expect(drawn).toContain('modifier')
})

test('images stand apart with their descriptions under them', () => {
  const images = [
    { url: '/m/1', alt: 'Une table' },
    { url: '/m/2', alt: '' },
  ]
  const drawn = draw('Deux vues', { images, theme: 'dark', locale: 'en' })
  expect(drawn).toContain('<figcaption style="padding:3px">Une table</figcaption>')
  expect(drawn.match(/<figcaption/g)).toHaveLength(1)
  expect(drawn).toContain('>edit<')
})
