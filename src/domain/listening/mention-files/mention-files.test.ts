import { describe, expect, test } from 'vitest'
import { listeningDesk } from '../testing.ts'
import { placesOf } from './columns.ts'
import { languageOf } from './language-of.ts'
import { readInstant } from './read-instant.ts'

const here = await listeningDesk()
const { save, mentions } = here

const send = (path: string, content: string | Uint8Array, name = 'export.csv') => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return here.camille.upload(path, { name, type: 'text/csv', bytes })
}
const preview = (content: string | Uint8Array, query = '') =>
  send(`/mentions/files/preview${query}`, content)
const bring = (content: string | Uint8Array, query = '') => send(`/mentions/files${query}`, content)

const table = [
  'Date;Lien;Titre;Extrait;Auteur;Langue;Source',
  '20/11/2026 14:03;https://journal.example/a?utm_source=x;Morel ouvre;L’atelier Morel ouvre.;Léa;Français;Le Journal',
  '20/11/2026;journal.example/b;;Rien de nous.;;fr;Le Journal',
  ';https://journal.example/c;;Morel sans date;;;',
  '21/11/2026;pas une adresse;;Morel;;;',
  '21/11/2026;https://journal.example/d;;;;;',
  '21/11/2026;http://journal.example/a;;Morel encore;;;',
].join('\r\n')

describe('a file of mentions', () => {
  test('says of a row older than the company keeps mentions that it is not taken in', async () => {
    const old = 'Date;Lien;Extrait\n02/01/2020;https://journal.example/2020;Morel en 2020'
    const { body } = await preview(old)
    expect(body).toMatchObject({ total: 1, ready: 0, wrong: 1 })
    expect(body.problems[0].sentence).toMatch(
      /^It was written on 2 January 2020; the company keeps /,
    )
    expect(await bring(old, '?wrong=leave-out')).toMatchObject({ status: 422 })
  })

  test('is shown first: each wrong row with its line and a sentence, and nothing is kept', async () => {
    await save('morel', 'Nous')
    const { status, body } = await preview(table)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      total: 6,
      ready: 1,
      known: 0,
      unmatched: 1,
      repeated: 1,
      wrong: 3,
      first: 'day',
      places: { date: 0, url: 1, title: 2, text: 3, author: 4, language: 5, source: 6 },
    })
    expect(body.problems).toEqual([
      { line: 4, sentence: 'It has no date.' },
      { line: 5, sentence: '“pas une adresse” is not a web address.' },
      { line: 6, sentence: 'It has neither a text nor a title.' },
      { line: 7, sentence: 'The same page as line 2: it is taken once.' },
    ])
    expect(body.examples[0]).toMatchObject({
      line: 2,
      author: 'Léa',
      source: 'Le Journal',
      at: '2026-11-20T13:03:00.000Z',
      queries: ['Nous'],
      state: 'ready',
    })
    expect(await mentions()).toEqual([])
    expect((await here.camille.get('/sources')).body).toEqual([])
  })

  test('does not take a slip of the hand for the instant of the import', async () => {
    await save('morel')
    const { body } = await preview('date;url;texte\n20/11/0024;https://journal.example/1;Morel')
    expect([body.ready, body.wrong]).toEqual([0, 1])
    expect(body.problems[0].sentence).toContain('“20/11/0024” is not a date')
  })

  test('takes no row of a day to come, and forgives a clock that is fast', async () => {
    await save('morel')
    const file = [
      'date;url;texte',
      '01/12/2099;https://journal.example/1;Morel en 2099',
      '23/11/2026 20:00;https://journal.example/2;Morel ce soir',
    ].join('\n')
    const { body } = await preview(file)
    expect(body).toMatchObject({ ready: 1, wrong: 1 })
    expect(body.problems).toEqual([
      { line: 2, sentence: 'It is dated 1 December 2099, which is yet to come.' },
    ])
    expect(await bring(file)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/lines/2' }] },
    })
    expect((await bring(file, '?wrong=leave-out')).body).toMatchObject({ added: 1, leftOut: 1 })
    expect((await mentions()).map(({ excerpt }) => excerpt)).toEqual(['Morel ce soir'])
  })

  test('whose name no database takes is kept under the rest of it', async () => {
    await save('morel')
    const file = 'date;url;texte\n20/11/2026;https://journal.example/1;Morel'
    const { status, body } = await send('/mentions/files', file, 'ex\0port.csv')
    expect([status, body.name]).toEqual([201, 'export.csv'])
  })

  test('is refused whole while a row is wrong, and comes in without it once a person said so', async () => {
    await save('morel')
    const refused = await bring(table)
    expect([refused.status, refused.body.code]).toEqual([422, 'mention_file.some_wrong'])
    expect(refused.body.errors[0]).toEqual({ pointer: '/lines/4', detail: 'It has no date.' })
    expect(await mentions()).toEqual([])

    const { status, body } = await bring(table, '?wrong=leave-out')
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ added: 1, unmatched: 1, repeated: 1, leftOut: 3 }),
    ])
    expect(await mentions()).toMatchObject([
      { title: 'Morel ouvre', language: 'fr', seen: true, source: { name: 'export.csv' } },
    ])
    expect((await here.camille.get('/sources')).body).toMatchObject([
      { kind: 'file', name: 'export.csv', state: 'fine', mentions: 1, itemsRead: 1 },
    ])
    expect(await here.told('mention.found')).toEqual([])
  })

  test('brings nothing twice, and says so', async () => {
    await save('morel')
    await bring(table, '?wrong=leave-out')
    expect((await preview(table)).body).toMatchObject({ ready: 0, known: 1 })
    const again = await bring(table, '?wrong=leave-out')
    expect([again.status, again.body.code]).toEqual([422, 'mention_file.all_known'])
    expect(await mentions()).toHaveLength(1)
  })

  test('belongs to one query regardless, where a person chose it', async () => {
    const { id } = await save('chêne', 'Bois')
    const { body } = await bring(table, `?wrong=leave-out&queryId=${id}`)
    expect(body).toMatchObject({ added: 2, unmatched: 0 })
    expect((await mentions()).map(({ queries }) => queries[0]?.name)).toEqual(['Bois', 'Bois'])
    const gone = await preview(table, '?queryId=0190b3c2-0000-7000-8000-000000000000')
    expect([gone.status, gone.body.code]).toEqual([422, 'mention_file.no_such_query'])
  })

  test('whose headings say nothing is mapped by hand', async () => {
    await save('morel')
    const odd = 'a,b,c\nMorel,https://x.example/1,2026-11-20 10:00\n'
    expect((await preview(odd)).body).toMatchObject({ ready: 0, wrong: 1 })
    expect((await preview(odd, '?text=0&url=1&date=2')).body).toMatchObject({ ready: 1, wrong: 0 })
  })

  test('of a network that this desk knows belongs to it', async () => {
    await save('source:"La Place" morel')
    const rows = 'url,text,date,network\nhttps://x.example/1,Morel,2026-11-20,La Place\n'
    await bring(rows)
    expect(await mentions()).toMatchObject([{ source: { networkName: 'La Place' } }])
  })

  test('is found by the mark that its mentions bear', async () => {
    await save('source:csv morel')
    await bring(table, '?wrong=leave-out')
    expect(await mentions()).toMatchObject([{ source: { networkName: 'CSV' } }])
    await save('source:csv atelier')
    expect((await mentions())[0]?.queries).toHaveLength(2)
  })

  test('is read once: it can be renamed and removed, not read again', async () => {
    await save('morel')
    const { body } = await bring(table, '?wrong=leave-out')
    for (const [method, path, sent] of [
      ['post', `/sources/${body.sourceId}/read`, {}],
      ['patch', `/sources/${body.sourceId}`, { paused: false }],
    ] as const) {
      expect((await here.camille[method](path, sent)).body.code).toBe('listening.source_is_file')
    }
    const renamed = await here.camille.patch(`/sources/${body.sourceId}`, { name: 'Octobre' })
    expect(renamed.body.name).toBe('Octobre')
  })

  test.each([
    ['nothing', '', 'There is no row under the headings: export it again as CSV.'],
    ['headings alone', 'url;text', 'There is no row under the headings: export it again as CSV.'],
    [
      'an open quotation mark',
      'url;text\nhttps://a.example;"Morel',
      'The table cannot be read from line 2 on: a quotation mark is open or out of place.',
    ],
  ])('of %s is refused with a sentence', async (_, content, sentence) => {
    const { status, body } = await preview(content)
    expect([status, body.errors[0].detail]).toEqual([422, sentence])
  })

  test('as Excel and the paid tools write it: tabs, UTF-16, Windows-1252', async () => {
    await save('ébéniste')
    const rows = 'URL\tHit Sentence\tDate\nhttps://a.example/1\tUn ébéniste\t20-Nov-2026 10:05AM\n'
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows, 'utf16le')])
    expect((await preview(wide)).body).toMatchObject({ ready: 1 })
    expect((await preview(Buffer.from(rows, 'latin1'))).body).toMatchObject({ ready: 1 })
  })
})

test.each([
  ['2026-11-20T14:03:22Z', '2026-11-20T14:03:22.000Z'],
  ['2026-11-20 14:03:22 UTC', '2026-11-20T14:03:22.000Z'],
  ['2026-11-20 14:03:22.0', '2026-11-20T13:03:22.000Z'],
  ['2026-11-20T14:03:22+0100', '2026-11-20T13:03:22.000Z'],
  ['1795183402', '2026-11-20T14:03:22.000Z'],
  ['1795183402000', '2026-11-20T14:03:22.000Z'],
  ['20/11/2026 14h03', '2026-11-20T13:03:00.000Z'],
  ['11/20/2026 2:03 PM', '2026-11-20T13:03:00.000Z'],
  ['20-Nov-2026 02:03PM', '2026-11-20T13:03:00.000Z'],
  ['Nov 20, 2026, 2:03 p.m.', '2026-11-20T13:03:00.000Z'],
  ['Fri, 20 Nov 2026', '2026-11-20T11:00:00.000Z'],
  ['1er août 2026 à 9h', '2026-08-01T07:00:00.000Z'],
])('%s is an instant', (written, iso) => {
  const read = readInstant(written, { dayFirst: null, timeZone: 'Europe/Paris' })
  expect('at' in read ? read.at.toISOString() : read).toBe(iso)
})

test.each([
  '01/02/2026',
  '31/11/2026',
  '2026-02-30',
  '20/11/2026 25:00',
  'hier',
  '20 brumaire 2026',
])('%s is refused rather than guessed', (written) => {
  const read = readInstant(written, { dayFirst: null, timeZone: 'Europe/Paris' })
  expect(read).toHaveProperty('wrong')
})

test('columns are known by their usual names, each heading once', () => {
  expect(placesOf(['Publication', 'Permalink', 'Published', 'Full Text', 'Author Name'])).toEqual({
    source: 0,
    url: 1,
    date: 2,
    text: 3,
    author: 4,
  })
})

test('languages are known by code and by name', () => {
  const read = ['fr', 'EN_us', 'French', 'Anglais', 'Klingon', ''].map(languageOf)
  expect(read).toEqual(['fr', 'en-US', 'fr', 'en', undefined, undefined])
})
