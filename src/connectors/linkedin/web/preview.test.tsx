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

test('a mention shows the name alone, a tag is blue', () => {
  const drawn = draw('Merci @[Scierie Duval](urn:li:organization:24) #bois')
  expect(drawn).toContain('>Scierie Duval</span>')
  expect(drawn).not.toContain('urn:li')
  expect(drawn).toContain('>#bois</span>')
})

test('three lines are shown, then what follows is folded', () => {
  expect(draw('Un\nDeux\nTrois')).not.toContain('… plus')
  const drawn = draw('Un\nDeux\nTrois\nQuatre')
  expect(drawn).toContain('… plus')
  expect(drawn).not.toContain('Quatre')
})

test('of many pictures four are seen, and how many more there are', () => {
  const images = Array.from({ length: 7 }, (_, n) => ({ url: `/m/${n}`, alt: '' }))
  const drawn = draw('La série', { images })
  expect(drawn.match(/<img/g)).toHaveLength(4)
  expect(drawn).toContain('+3')
})

test('night has its own colours', () => {
  expect(draw('Nuit', { theme: 'dark' })).toContain('background:#1b1f23')
})
