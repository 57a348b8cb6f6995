import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

test('a webhook’s message is drawn as a bot’s is', () => {
  const words = 'Le banc est prêt : https://atelier-morel.fr'
  const drawn = renderToStaticMarkup(
    <Preview
      text={words}
      spans={rules.spans(words)}
      images={[]}
      account={{ displayName: 'Atelier Morel', handle: 'Atelier Morel' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme="light"
    />,
  )
  expect(drawn).toContain('Atelier Morel')
  expect(drawn).toContain('>https://atelier-morel.fr</span>')
})
