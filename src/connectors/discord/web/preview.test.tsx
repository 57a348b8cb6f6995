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
      account={{ displayName: 'Atelier Morel', handle: '#annonces' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme="light"
      {...more}
    />,
  )

test('an address and a call to everyone stand out, each in its way', () => {
  const drawn = draw('@everyone voir https://atelier-morel.fr.')
  expect(drawn).toContain('>@everyone</span> voir ')
  expect(drawn).toContain('>https://atelier-morel.fr</span>.')
})

test('pictures make a mosaic, ten at most, and the dark theme has its own colours', () => {
  const images = Array.from({ length: 12 }, (_, n) => ({ url: `/m/${n}`, alt: '' }))
  expect(draw('Vues', { images }).match(/<img/g)).toHaveLength(10)
  expect(draw('Nuit', { theme: 'dark' })).toContain('#1a1a1e')
})

test('a link has its card', () => {
  const card = {
    host: 'a.fr',
    title: 'La table',
    description: 'En chêne',
    siteName: '',
    picture: null,
  }
  expect(draw('https://a.fr', { card })).toContain('En chêne')
})
