import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'atelier-morel', rules })

test('a paragraph for each block of words, addresses underlined', () => {
  const drawn = draw('Un banc\nen chêne\n\nVoir https://a.fr.')
  expect(drawn).toContain('>Un banc\nen chêne</p>')
  expect(drawn).toContain('>https://a.fr</span>.</p>')
})

test('pictures come first and say that they are described; the dark theme has its own colours', () => {
  const images = [
    { url: '/m/1', alt: 'Un banc' },
    { url: '/m/2', alt: '' },
  ]
  const drawn = draw('Vues', { images })
  expect(drawn.indexOf('/m/2')).toBeLessThan(drawn.indexOf('Vues'))
  expect(drawn.match(/ALT/g)).toHaveLength(1)
  expect(draw('Nuit', { theme: 'dark' })).toContain('#0a1a2b')
})
