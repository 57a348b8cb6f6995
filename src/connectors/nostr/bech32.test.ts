import { expect, test } from 'vitest'
import { npub, readEntity } from './bech32.ts'
import { idOf, publicKeyOf } from './event.ts'
import { text } from './text.ts'

// The examples of NIP-19 and of BIP-340 (index 0), read 2026-11-25.
const written = 'npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg'
const pubkey = '7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e'

test('people, keys and profiles are read as NIP-19 writes them', () => {
  expect(npub(pubkey)).toBe(written)
  expect(readEntity(`nostr:${written}`)).toEqual({ kind: 'person', pubkey })
  expect(readEntity('nsec1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5')).toEqual({
    kind: 'secret',
    key: '67dea2ed018072d675f5415ecfaed7d2597555e202d85b3d65ea4e58d2d92ffa',
  })
  const profile =
    'nprofile1qqsrhuxx8l9ex335q7he0f09aej04zpazpl0ne2cgukyawd24mayt8gpp4mhxue69uhhytnc9e3k7mgpz4mhxue69uhkg6nzv9ejuumpv34kytnrdaksjlyr9p'
  expect(readEntity(profile)).toEqual({
    kind: 'person',
    pubkey: '3bf0c63fcb93463407af97a5e5ee64fa883d107ef9e558472c4eb9aaaefa459d',
  })
  expect(readEntity(written.replace('elf', 'elg'))).toBeNull()
})

test('a key signs as BIP-340 says', () => {
  expect(publicKeyOf('3'.padStart(64, '0'))).toBe(
    'f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9',
  )
})

test('an event is named by a hash of what it says, written without a space', () => {
  const draft = { created_at: 1, kind: 1, tags: [['t', 'chêne']], content: 'é "\n' }
  // sha256 of [0,"aa",1,1,[["t","chêne"]],"é \"\n"] in UTF-8, by sha256sum.
  expect(idOf('aa', draft)).toBe('985a8ceb99a8e7ae83e363dea4eb0344cca9dc2b7f1ee674ea423b625ea9f652')
})

test('links, people, notes and tags are found where clients find them', () => {
  const words = `Voir https://atelier-morel.fr/a(b), #Chêne2026 et nostr:${written}. Pas a#b, #12 ni https://x.fr/#y`
  expect(text.spans(words).map(({ kind, value }) => [kind, value])).toEqual([
    ['link', 'https://atelier-morel.fr/a(b)'],
    ['hashtag', 'Chêne2026'],
    ['mention', written],
    ['link', 'https://x.fr/#y'],
  ])
  for (const { start, end, value } of text.spans(words)) {
    expect(words.slice(start, end)).toContain(value)
  }
  expect(text.count('🪵é')).toBe(2)
})
