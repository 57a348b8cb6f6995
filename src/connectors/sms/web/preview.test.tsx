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
      account={{ displayName: 'Atelier Morel', handle: 'Morel' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme={theme}
    />,
  )

test('it shows the words as they leave, their links, and how many messages they make', () => {
  const drawn = draw('L’atelier <ouvre> : https://atelier-morel.fr/banc')
  expect(drawn).toContain('L&#x27;atelier &lt;ouvre&gt; : ')
  expect(drawn).toContain('underline">https://atelier-morel.fr/banc</span>')
  expect(drawn).toContain('1 SMS par personne, avec la mention STOP')
  expect(draw('Prêts ? '.repeat(8))).toContain('2 SMS par personne')
  expect(draw('Bonjour', 'dark')).not.toBe(draw('Bonjour'))
})
