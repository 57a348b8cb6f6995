import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'
import { shortAddress } from './short-address.ts'

const draw = drawing(Preview, { handle: 'atelier-morel.fr', rules })

test('a long address is cut as Bluesky cuts it', () => {
  expect(shortAddress('https://atelier-morel.fr/tables')).toBe('atelier-morel.fr/tables')
  expect(shortAddress('https://atelier-morel.fr/')).toBe('atelier-morel.fr')
  expect(shortAddress('https://atelier-morel.fr/tables/chene-massif')).toBe(
    'atelier-morel.fr/tables/chene...',
  )
  const drawn = draw('Voir https://atelier-morel.fr/tables/chene-massif ici')
  expect(drawn).toContain('>atelier-morel.fr/tables/chene...</span> ici')
})

test('words are drawn as they are, and never as markup', () => {
  expect(draw('a < b & <b>c</b>')).toContain('a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;')
})

test.each([1, 2, 3, 4])('%i pictures keep their descriptions', (count) => {
  const images = Array.from({ length: count }, (_, n) => ({ url: `/m/${n}`, alt: `Vue ${n}` }))
  const drawn = draw('Des vues', { images })
  expect(drawn.match(/<img/g)).toHaveLength(count)
  for (const { alt } of images) expect(drawn).toContain(`alt="${alt}"`)
})

test('light and dark are two drawings', () => {
  expect(draw('Bonjour', { theme: 'dark' })).not.toBe(draw('Bonjour'))
})

test('the posts of a thread hang together: a line from each to the next, nothing between them', () => {
  const line = (drawn: string) => /<span aria-hidden="true" style="position:absolute/.exec(drawn)
  expect(line(draw('Seule'))).toBeNull()
  const [first, second, last] = [1, 2, 3].map((place) =>
    draw('Suite', { thread: { place, of: 3 } }),
  )
  expect(first).toContain('border-bottom:none')
  expect(first).not.toContain('border-top:none')
  expect(second).toContain('border-top:none')
  expect(last).not.toContain('border-bottom:none')
  for (const drawn of [first, second, last]) expect(line(drawn ?? '')).not.toBeNull()
})
