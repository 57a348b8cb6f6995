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
      account={{ displayName: 'Atelier Morel', handle: 'lettre@atelier-morel.fr' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme={theme}
    />,
  )

test('the first line stands as the subject, and the way out at the foot', () => {
  const drawn = draw('Un banc neuf\n\nIl est <là>.')
  expect(drawn).toContain('>Un banc neuf</p>')
  expect(drawn).toContain('Il est &lt;là&gt;.')
  expect(drawn).toContain('Se désabonner')
  expect(drawn).toContain('alt="Une table"')
  expect(draw('Bonjour', 'dark')).not.toBe(draw('Bonjour'))
})
