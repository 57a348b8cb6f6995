import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PreviewProps } from '../../_contract/preview.ts'
import Preview from './preview.tsx'

const draw = (text: string, more: Partial<PreviewProps> = {}) =>
  renderToStaticMarkup(
    <Preview
      text={text}
      spans={[]}
      images={[]}
      account={{ displayName: 'Atelier Morel', handle: 'Morel@wiki.example' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme="light"
      {...more}
    />,
  )

test('the first line is the heading of the section, and is not said again', () => {
  const drawn = draw('Un banc neuf\n\nEn chêne : https://a.fr/banc.')
  expect(drawn.match(/Un banc neuf/g)).toHaveLength(1)
  expect(drawn).toMatch(/<h2[^>]*>Un banc neuf<span/)
  expect(drawn).toMatch(/<span style="color:#3366bb">https:\/\/a\.fr\/banc<\/span>\./)
  expect(drawn).toContain('modifier')
})

test('images stand apart with their descriptions under them', () => {
  const images = [
    { url: '/m/1', alt: 'Une table' },
    { url: '/m/2', alt: '' },
  ]
  const drawn = draw('Deux vues', { images, theme: 'dark', locale: 'en' })
  expect(drawn).toContain('<figcaption style="padding:3px">Une table</figcaption>')
  expect(drawn.match(/<figcaption/g)).toHaveLength(1)
  expect(drawn).toContain('>edit<')
})
