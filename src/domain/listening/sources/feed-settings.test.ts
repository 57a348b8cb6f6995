import { expect, test } from 'vitest'
import { pretend } from '../fixture.ts'
import { feedFields, readSettings } from './feed-settings.ts'

const { manifest } = pretend('press', 'La Presse', 'feed').connector

test.each([
  ['https://journal.example/feed', 'https://journal.example/feed'],
  [' journal.example/feed ', 'https://journal.example/feed'],
  ['http://Journal.example', 'http://journal.example/'],
  ['https://journal.example/feed#haut', 'https://journal.example/feed'],
  ['localhost:8080/feed', 'https://localhost:8080/feed'],
  ['feed:https://journal.example/feed', 'https://journal.example/feed'],
  ['feed://journal.example/feed', 'https://journal.example/feed'],
])('an address is written one way: %s', (typed, url) => {
  expect(readSettings(feedFields(manifest), { url: typed, other: 'left out' })).toEqual({ url })
})

test.each([
  '',
  '  ',
  'deux mots',
  'javascript:alert(1)',
  'ftp://journal.example/feed',
  'mailto:a@b.c',
])('what is no web address is refused: “%s”', (typed) => {
  expect(() => readSettings(feedFields(manifest), { url: typed })).toThrow(
    'Check what you entered.',
  )
})
