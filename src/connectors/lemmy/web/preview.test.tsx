import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = (text: string, theme: 'light' | 'dark' = 'light') =>
  renderToStaticMarkup(
    <Preview
      text={text}
      spans={rules.spans(text)}
      images={[{ url: '/m/1', alt: 'Une table' }]}
      account={{ displayName: 'Atelier Morel → menuiserie@jlai.lu', handle: 'morel@jlai.lu' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme={theme}
    />,
  )

test('the first line is the title, then the image and the words with their links', () => {
  const drawn = draw('Un banc neuf\n\nVoir <ici> https://a.fr')
  expect(drawn).toContain('>Un banc neuf</h3>')
  expect(drawn).toContain('alt="Une table"')
  expect(drawn).toContain('Voir &lt;ici&gt; ')
  expect(drawn).toContain('>https://a.fr</span>')
  expect(draw('Bonjour', 'dark')).not.toBe(draw('Bonjour'))
})
