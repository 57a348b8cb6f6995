import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, {
  handle: 'lettre@atelier-morel.fr',
  rules,
  images: [{ url: '/m/1', alt: 'Une table' }],
})

test('the first line stands as the subject, and the way out at the foot', () => {
  const drawn = draw('Un banc neuf\n\nIl est <là>.')
  expect(drawn).toContain('>Un banc neuf</p>')
  expect(drawn).toContain('Il est &lt;là&gt;.')
  expect(drawn).toContain('Se désabonner')
  expect(drawn).toContain('alt="Une table"')
  expect(draw('Bonjour', { theme: 'dark' })).not.toBe(draw('Bonjour'))
})
