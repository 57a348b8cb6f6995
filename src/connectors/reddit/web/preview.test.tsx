import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'atelier_morel', displayName: 'u/atelier_morel', rules })

test('the first line is the title; what follows is the text, its links where they stand', () => {
  const drawn = draw('Un banc neuf\n\nVoir https://a.fr, merci u/yanis_b')
  expect(drawn).toContain('>Un banc neuf</h3>')
  expect(drawn).toContain('>https://a.fr</span>, merci ')
  expect(drawn).toContain('>u/yanis_b</span>')
})

test('an image takes the place of the text, and the dark theme has its own colours', () => {
  const drawn = draw('Un banc\nEn chêne', { images: [{ url: '/m/1', alt: '' }] })
  expect(drawn).toContain('/m/1')
  expect(drawn).not.toContain('En chêne')
  expect(draw('Nuit', { theme: 'dark' })).toContain('#0e1113')
})

test('a link alone has its card', () => {
  const card = { host: 'a.fr', title: 'La table', description: '', siteName: '', picture: null }
  expect(draw('La table https://a.fr', { card })).toContain('>a.fr</p>')
  expect(draw('La table\nhttps://a.fr', { card })).not.toContain('>a.fr</p>')
})
