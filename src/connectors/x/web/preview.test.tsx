import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PreviewProps } from '../../_contract/preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = (text: string, more: Partial<PreviewProps> = {}) =>
  renderToStaticMarkup(
    <Preview
      text={text}
      spans={rules.spans(text)}
      images={[]}
      account={{ displayName: 'Atelier Morel', handle: 'ateliermorel' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme="light"
      {...more}
    />,
  )

test('an address loses its scheme and its end; names and tags are blue', () => {
  const drawn = draw('@yanis_bois voir https://www.atelier-morel.fr/tables/chene-massif #bois')
  expect(drawn).toContain('>@yanis_bois</span> voir ')
  expect(drawn).toContain('>atelier-morel.fr/tables/ch…</span>')
  expect(drawn).toContain('>#bois</span>')
})

test('a long post is folded', () => {
  expect(draw('Court')).not.toContain('Afficher plus')
  expect(draw('Une planche. '.repeat(60))).toContain('Afficher plus')
})

test('a picture is cropped around its focal point and says that it is described', () => {
  const images = [
    { url: '/m/1', alt: 'Une table', focal: { x: 0.2, y: 0.8 } },
    { url: '/m/2', alt: '' },
  ]
  const drawn = draw('Deux vues', { images })
  expect(drawn).toContain('object-position:20% 80%')
  expect(drawn.match(/ALT/g)).toHaveLength(1)
})

test('night is black', () => {
  expect(draw('Nuit', { theme: 'dark' })).toContain('background:#000000')
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
