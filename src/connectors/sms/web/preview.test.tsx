import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'Morel', rules })

test('it shows the words as they leave, their links, and how many messages they make', () => {
  const drawn = draw('L’atelier <ouvre> : https://atelier-morel.fr/banc')
  expect(drawn).toContain('L&#x27;atelier &lt;ouvre&gt; : ')
  expect(drawn).toContain('underline">https://atelier-morel.fr/banc</span>')
  expect(drawn).toContain('1 SMS par personne, avec la mention STOP')
  expect(draw('Prêts ? '.repeat(8))).toContain('2 SMS par personne')
  expect(draw('Bonjour', { theme: 'dark' })).not.toBe(draw('Bonjour'))
})
