import { expect, it } from 'vitest'
import { plainAddress, staysHere } from './plain-address.ts'

it('An address is shown without what Vigie added to it', () => {
  expect(
    plainAddress(
      'https://www.atelier-morel.fr/canapes/?taille=3&utm_source=mastodon&utm_medium=social',
    ),
  ).toBe('atelier-morel.fr/canapes/?taille=3')
  expect(plainAddress('https://atelier-morel.fr/')).toBe('atelier-morel.fr')
  expect(plainAddress('https://atelier-morel.fr/chaises/#avis')).toBe(
    'atelier-morel.fr/chaises/#avis',
  )
})

it('What is not an address is shown as it is', () => {
  expect(plainAddress('chaises')).toBe('chaises')
})

it.each([
  ['http://localhost:4380/l/abc', true],
  ['http://127.0.0.1:4380/l/abc', true],
  ['https://liens.atelier-morel.fr/l/abc', false],
])('%s stays on the machine of the desk: %s', (address, here) => {
  expect(staysHere(address)).toBe(here)
})
