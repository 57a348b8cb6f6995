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
      account={{ displayName: 'Atelier Morel', handle: 'fax@atelier-morel.fr' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme={theme}
    />,
  )

test('it shows who sends, the words without what is not printed, and the way out', () => {
  const drawn = draw('L’atelier <ouvre> 🪵')
  expect(drawn).toContain('Atelier Morel')
  expect(drawn).toContain('L’atelier &lt;ouvre&gt; ')
  expect(drawn).not.toContain('🪵')
  expect(drawn).toContain('Pour ne plus recevoir de fax')
  expect(drawn).toContain('alt="Une table"')
})

test('paper is white in the dark too', () => {
  expect(draw('Bonjour', 'dark')).toContain('background:#ffffff')
})
