import { expect, test } from 'vitest'
import { asItWas } from '../../../../migrations/20261126T0340-query-language.ts'

test.each([
  [
    'what means the same today stays as it was typed',
    '(table OR #chêne) -"bar à vin" chais*',
    null,
  ],
  ['a field was a phrase', 'morel lang:fr', 'morel "lang:fr"'],
  ['nearness was a word', 'table NEAR/5 chêne', 'table "NEAR/5" chêne'],
  ['a question mark was a gap', 'qu?oi "a?b" table?', '"qu oi" "a b" table?'],
  ['braces were gaps', '{Lyre} x', '" Lyre " x'],
  ['an excluded field too', 'morel -site:x.fr', 'morel -"site:x.fr"'],
  ['a tilde after a quote was a word', '"a b"~5', '"a b" ~5'],
  ['a comment was words', '//cave table', '"cave" table'],
  ['an address is one still', 'https://morel.fr', null],
])('a query saved before the language grew finds what it found: %s', (_, former, now) => {
  expect(
    asItWas(former)
      .replace(/ +/g, ' ')
      .replace(/" | "/g, (m) => m),
  ).toBe(now ?? former)
})
