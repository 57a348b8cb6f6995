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

test('an address stands out; stars and calls are plain words', () => {
  const drawn = draw('*Voir* https://atelier-morel.fr, @channel')
  expect(drawn).toContain('>https://atelier-morel.fr</span>, @channel')
  expect(drawn).toContain('*Voir* ')
})

test('each picture is whole, and the dark theme has its own colours', () => {
  const images = [
    { url: '/m/1', alt: 'Une table' },
    { url: '/m/2', alt: '' },
  ]
  expect(draw('Vues', { images }).match(/object-fit:contain/g)).toHaveLength(2)
  expect(draw('Nuit', { theme: 'dark' })).toContain('#1a1d21')
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
