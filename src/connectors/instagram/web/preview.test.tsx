import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'atelier.morel', rules })

test('without an image its place is kept, and says what is missing', () => {
  expect(draw('Bonjour')).toContain('Ajoutez une image ou une vidéo')
})

test('a carousel shows its first image and how many there are', () => {
  const images = ['a', 'b', 'c'].map((n) => ({ url: `/m/${n}`, alt: n, focal: { x: 0.2, y: 0.8 } }))
  const drawn = draw('Trois vues', { images })
  expect(drawn.match(/<img/g)).toHaveLength(1)
  expect(drawn).toContain('1/3')
  expect(drawn).toContain('object-position:20% 80%')
})

test('a caption is folded after some 125 characters; tags and people are coloured, addresses are not', () => {
  expect(draw('mot '.repeat(60))).toContain('… plus')
  const drawn = draw('#chêne par @yanis_bois https://a.fr', { theme: 'dark' })
  expect(drawn.match(/color:#708dff/g)).toHaveLength(2)
})

test('a story fills the screen, shows none of the words and says how long it is seen', () => {
  const images = [{ url: '/m/a', alt: 'La table' }]
  const drawn = draw('Ces mots restent ici', { images, options: { form: 'story' } })
  expect(drawn).toContain('alt="La table"')
  expect(drawn).toContain('visible 24 heures')
  expect(drawn).not.toContain('Ces mots')
})
