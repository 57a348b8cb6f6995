import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, {
  handle: 'fax@atelier-morel.fr',
  rules,
  images: [{ url: '/m/1', alt: 'Une table' }],
})

test('it shows who sends, the words without what is not printed, and the way out', () => {
  const drawn = draw('L’atelier <ouvre> 🪵')
  expect(drawn).toContain('Atelier Morel')
  expect(drawn).toContain('L’atelier &lt;ouvre&gt; ')
  expect(drawn).not.toContain('🪵')
  expect(drawn).toContain('Pour ne plus recevoir de fax')
  expect(drawn).toContain('alt="Une table"')
})

test('paper is white in the dark too', () => {
  expect(draw('Bonjour', { theme: 'dark' })).toContain('background:#ffffff')
})
