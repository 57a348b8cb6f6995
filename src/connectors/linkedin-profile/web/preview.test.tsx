import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

test('a person’s post is drawn as a page’s is', () => {
  const words = 'Le banc est prêt #chêne'
  const drawn = renderToStaticMarkup(
    <Preview
      text={words}
      spans={rules.spans(words)}
      images={[]}
      account={{ displayName: 'Camille Morel', handle: 'Camille Morel' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme="light"
    />,
  )
  expect(drawn).toContain('Camille Morel')
  expect(drawn).toContain('>#chêne</span>')
})
