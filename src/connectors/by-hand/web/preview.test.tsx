import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

test('all words and pictures are shown, and where they go, in the reader’s language', () => {
  const text = 'Portes ouvertes samedi.\nhttps://atelier-morel.example/portes'
  const drawn = (locale: 'en' | 'fr') =>
    renderToStaticMarkup(
      <Preview
        text={text}
        spans={rules.spans(text)}
        images={[{ url: '/m/1', alt: 'La vitrine', focal: { x: 0.5, y: 0.2 } }]}
        account={{ displayName: 'Affiche en vitrine', handle: 'Affiche en vitrine' }}
        locale={locale}
        now={new Date('2026-11-25T09:00:00+01:00')}
        theme="dark"
      />,
    )
  expect(drawn('fr')).toContain('Portes ouvertes samedi.')
  expect(drawn('fr')).toContain('>https://atelier-morel.example/portes</span>')
  expect(drawn('fr')).toContain('object-position:50% 20%')
  expect(drawn('fr')).toContain('Sera remise à une personne')
  expect(drawn('en')).toContain('Will be handed to a person')
})
