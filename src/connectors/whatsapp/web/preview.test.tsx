import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = (text: string, theme: 'light' | 'dark' = 'light') =>
  renderToStaticMarkup(
    <Preview
      text={text}
      spans={rules.spans(text)}
      images={[]}
      account={{ displayName: 'Atelier Morel', handle: '+33 7 00 00 00 01' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme={theme}
    />,
  )

test('it shows who writes, the words, their links, and that a template holds them', () => {
  const drawn = draw('L’atelier <ouvre> : https://atelier-morel.fr/banc')
  expect(drawn).toContain('Atelier Morel')
  expect(drawn).toContain('L’atelier &lt;ouvre&gt; : ')
  expect(drawn).toContain('>https://atelier-morel.fr/banc</span>')
  expect(drawn).toContain('modèle approuvé')
  expect(draw('Bonjour', 'dark')).not.toBe(draw('Bonjour'))
})
