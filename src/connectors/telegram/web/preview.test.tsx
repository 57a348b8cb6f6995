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
      account={{ displayName: 'Atelier Morel', handle: 'atelier_morel' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme="light"
      {...more}
    />,
  )

test('addresses, names and tags are coloured; stars stay stars', () => {
  const drawn = draw('*Voir* atelier-morel.fr avec @yanis_b #chêne')
  for (const part of ['atelier-morel.fr', '@yanis_b', '#chêne'])
    expect(drawn).toContain(`>${part}</span>`)
  expect(drawn).toContain('*Voir* ')
})

test('an album is a mosaic, ten pictures at most, and night has its own colours', () => {
  const images = Array.from({ length: 12 }, (_, n) => ({ url: `/m/${n}`, alt: '' }))
  expect(draw('Vues', { images }).match(/<img/g)).toHaveLength(10)
  expect(draw('Nuit', { theme: 'dark' })).toContain('#212121')
})

test('a link has its card, unless there are pictures', () => {
  const card = {
    host: 'atelier-morel.fr',
    title: 'La table',
    description: 'En chêne',
    siteName: '',
    picture: null,
  }
  expect(draw('https://atelier-morel.fr', { card })).toContain('En chêne')
  const images = [{ url: '/m/1', alt: '' }]
  expect(draw('https://atelier-morel.fr', { card, images })).not.toContain('En chêne')
})
