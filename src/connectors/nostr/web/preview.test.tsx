import { expect, test } from 'vitest'
import { drawing } from '../../_contract/suite/draw-preview.ts'
import { text as rules } from '../text.ts'
import Preview from './preview.tsx'

const draw = drawing(Preview, { handle: 'npub1qqqqqqq…abcdef', rules })

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
