import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, {
  handle: 'morel@jlai.lu',
  displayName: 'Atelier Morel → menuiserie@jlai.lu',
  rules,
  images: [{ url: '/m/1', alt: 'Une table' }],
})

test('the first line is the title, then the image and the words with their links', () => {
  const drawn = draw('Un banc neuf\n\nVoir <ici> https://a.fr')
  expect(drawn).toContain('>Un banc neuf</h3>')
  expect(drawn).toContain('alt="Une table"')
  expect(drawn).toContain('Voir &lt;ici&gt; ')
  expect(drawn).toContain('>https://a.fr</span>')
  expect(draw('Bonjour', { theme: 'dark' })).not.toBe(draw('Bonjour'))
})
