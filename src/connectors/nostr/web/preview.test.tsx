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
      account={{ displayName: 'Atelier Morel', handle: 'npub1qqqqqqq…abcdef' }}
      locale="fr"
      now={new Date('2026-03-02T09:00:00+01:00')}
      theme="light"
      {...more}
    />,
  )

test('a person is shown by the two ends of a long key', () => {
  const person = 'npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg'
  expect(draw(`Merci nostr:${person} !`)).toContain('>@npub10elf…jptg</span>')
})

test('words are drawn as they are, pictures with their descriptions, in light and dark', () => {
  const images = [{ url: '/m/1', alt: 'Une table' }]
  const drawn = draw('a < b & <b>c</b> #chêne', { images })
  expect(drawn).toContain('a &lt; b &amp; &lt;b&gt;c&lt;/b&gt; ')
  expect(drawn).toContain('>#chêne</span>')
  expect(drawn).toContain('alt="Une table"')
  expect(draw('Bonjour', { theme: 'dark' })).not.toBe(draw('Bonjour'))
})
