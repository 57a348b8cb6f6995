import { expect, test } from 'vitest'
import { canonicalUrl } from './canonical-url.ts'

test.each([
  ['tracking goes', 'https://a.example/x?utm_source=rss&fbclid=1&id=2', 'https://a.example/x?id=2'],
  [
    'AT Internet campaigns too',
    'https://a.example/x?at_medium=custom7&xtor=RSS-3208',
    'https://a.example/x',
  ],
  [
    'and the fragment that carries them',
    'https://a.example/x#xtor=RSS-3208',
    'https://a.example/x',
  ],
  ['a quotation in the fragment', 'https://a.example/x#:~:text=table', 'https://a.example/x'],
  ['a section of the page', 'https://a.example/x#commentaires', 'https://a.example/x'],
  ['a numbered comment stays', 'https://a.example/x#comment-42', 'https://a.example/x#comment-42'],
  ['the host is in small letters', 'HTTPS://A.Example:443/X', 'https://a.example/X'],
  ['http is https', 'http://a.example/x', 'https://a.example/x'],
  ['the order of what remains is kept', 'https://a.example/?b=1&a=2', 'https://a.example/?b=1&a=2'],
  ['spaces around', '  https://a.example  ', 'https://a.example/'],
  ['a post of another protocol', 'at://did:plc:1/app.post/2', 'at://did:plc:1/app.post/2'],
  ['what is no address', 'pas une adresse', 'pas une adresse'],
])('%s', (_, address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical)
  expect(canonicalUrl(canonical)).toBe(canonical)
})

test('a very long address becomes a short digest that still tells pages apart', () => {
  const long = (end: string) => canonicalUrl(`https://a.example/${'x'.repeat(3_000)}${end}`)
  expect(long('1').length).toBeLessThan(100)
  expect(long('1')).not.toBe(long('2'))
})
