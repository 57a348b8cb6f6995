import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'ateliermorel', rules })

test('without a video its place is kept, and says what is missing', () => {
  expect(draw('Bonjour')).toContain('Ajoutez une vidéo ou des photos')
})

test('of several photos the first is seen whole, and how many there are', () => {
  const images = ['a', 'b', 'c'].map((n) => ({ url: `/m/${n}`, alt: '' }))
  const drawn = draw('Trois vues', { images })
  expect(drawn.match(/<img/g)).toHaveLength(1)
  expect(drawn).toContain('1/3')
  expect(drawn).toContain('object-fit:contain')
})

test('tags and people stand out, addresses do not, and long words are folded', () => {
  const drawn = draw('#chêne par @yanis_bois https://a.fr')
  expect(drawn).toContain('<strong>#chêne</strong>')
  expect(drawn).toContain('<strong>@yanis_bois</strong>')
  expect(drawn).not.toContain('<strong>https')
  expect(draw('mot '.repeat(40))).toContain('… plus')
})

test.each(['light', 'dark'] as const)('what one agrees to is said, in %s', (theme) => {
  expect(draw('Nuit', { theme })).toContain('utilisation de la musique')
})
