import { expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import { nasty } from './any-of.ts'

const atelier = await openTestDesk({ connectors: [] })
const camille = await atelier.signUp()
await camille.post('/queries', { expression: 'morel' })

const row = (cell: string) => `date;url;texte\n23/11/2026;https://a.example/1;"Morel ${cell}"`
const bytes = (text: string) => new TextEncoder().encode(text)
const files: [string, Uint8Array][] = [
  ...nasty.map((word): [string, Uint8Array] => [
    JSON.stringify(word).slice(0, 40),
    bytes(row(word)),
  ]),
  ...nasty.map((word): [string, Uint8Array] => [
    `the date ${JSON.stringify(word).slice(0, 40)}`,
    bytes(`date;url;texte\n${word};https://a.example/2;Morel`),
  ]),
  ['nothing', bytes('')],
  ['a quote that never ends', bytes('date;url;texte\n"'.padEnd(1_000_000, 'a'))],
  ['half of UTF-16', new Uint8Array([0xff, 0xfe, 0x64, 0x00, 0x61])],
  ['no letters', Uint8Array.from({ length: 100_000 }, (_, n) => (n * 7_919) % 256)],
  ['a hundred thousand headings', bytes(`${'a;'.repeat(100_000)}\n1`)],
  ['a hundred thousand lines', bytes(`date;url;texte\n${'1;2;3\n'.repeat(100_000)}`)],
  ['the bytes of an archive', bytes('PK\u0003\u0004\u0014\0\0\0')],
]

test.each(files)(
  'a file of mentions that holds %s is read or refused with a sentence',
  async (_, file) => {
    for (const path of ['/mentions/files/preview', '/mentions/files?wrong=leave-out']) {
      const sent = { name: 'export\u202e.csv', type: 'text/csv', bytes: file }
      const { status, body } = await camille.upload(path, sent)
      expect(status).toBeLessThan(500)
      if (status >= 400) expect(body.detail).not.toBe('')
    }
  },
)

test.each([
  [
    'a billion laughs',
    `<!DOCTYPE o [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'abcdefghij'[n + 1]} "${`&${'abcdefghij'[n]};`.repeat(10)}">`).join('')}]><opml><body><outline text="&j;" xmlUrl="https://a.example/&j;"/></body></opml>`,
  ],
  ['outlines in outlines', `<opml><body>${'<outline>'.repeat(100_000)}`],
  ['a script for an address', '<opml><body><outline xmlUrl="javascript:alert(1)"/></body></opml>'],
  ['a private address', '<opml><body><outline xmlUrl="http://127.0.0.1:5432/"/></body></opml>'],
  [
    'half a letter',
    '<opml><body><outline text="\ud83e" xmlUrl="https://a.example/\udfff\u0000"/></body></opml>',
  ],
])('a list of feeds made of %s is read or refused, soon', async (_, opml) => {
  const began = performance.now()
  const { status } = await camille.post('/sources/opml', { opml })
  expect(status).toBeLessThan(500)
  expect(performance.now() - began).toBeLessThan(10_000)
})
