import { expect, test } from 'vitest'
import { serverAddress } from './server-address.ts'

test.each([
  ['mastodon.social', 'https://mastodon.social'],
  [' https://mastodon.social/@morel ', 'https://mastodon.social'],
  ['@morel@mastodon.social', 'https://mastodon.social'],
  ['morel@mastodon.social', 'https://mastodon.social'],
  ['http://mastodon.social', 'https://mastodon.social'],
  ['pds.atelier-morel.fr:8443', 'https://pds.atelier-morel.fr:8443'],
  ['localhost:2583', 'http://localhost:2583'],
  ['http://127.0.0.1:8001/x', 'http://127.0.0.1:8001'],
  ['été.example', 'https://xn--t-9fab.example'],
])('%s is %s', (typed, address) => expect(serverAddress(typed)).toBe(address))

test.each([
  '',
  '   ',
  'atelier',
  'not an address',
  'ftp://a.fr',
  'https://user:secret@a.fr',
  'https://',
])('%j is no server', (typed) => expect(serverAddress(typed)).toBeNull())
