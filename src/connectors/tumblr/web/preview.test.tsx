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
      account={{ displayName: 'Atelier Morel', handle: 'atelier-morel' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme="light"
      {...more}
    />,
  )

test('a paragraph for each block of words, addresses underlined', () => {
  const drawn = draw('Un banc\nen chêne\n\nVoir https://a.fr.')
  expect(drawn).toContain('>Un banc\nen chêne</p>')
  expect(drawn).toContain('>https://a.fr</span>.</p>')
})

test('pictures come first and say that they are described; the dark theme has its own colours', () => {
  const images = [
    { url: '/m/1', alt: 'Un banc' },
    { url: '/m/2', alt: '' },
  ]
  const drawn = draw('Vues', { images })
  expect(drawn.indexOf('/m/2')).toBeLessThan(drawn.indexOf('Vues'))
  expect(drawn.match(/ALT/g)).toHaveLength(1)
  expect(draw('Nuit', { theme: 'dark' })).toContain('#0a1a2b')
})
