import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'
import type { ImportView } from '../api.ts'
import { decodeText } from '#platform/files/decode-text.ts'
import { readWhen } from './read-when.ts'

const atelier = await openAtelier()
const { camille, accounts, board, at } = atelier
beforeEach(() => atelier.newDay())

async function send(content: string | Uint8Array, name = 'plan.csv') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return camille.upload<ImportView>('/imports', { name, type: 'text/csv', bytes })
}

const drafts = async () => (await camille.get('/posts?status=draft')).body.length
const states = ({ rows }: ImportView) => rows.map(({ line, state }) => [line, state])

describe('a table', () => {
  test('is shown before anything is made, each wrong row with its line and a sentence', async () => {
    const before = await drafts()
    const { status, body } = await send(
      [
        'date;heure;comptes;texte;étiquettes',
        '01/12/2030;9h30;lyon;Une chaise en chêne;utile',
        '31/11/2030;9h;lyon;Le 31 novembre;',
        '02/12/2030;25:00;lyon;Trop tard;',
        '03/12/2030;;lille;Pas de compte;',
        '04/12/2030;;lyon,paris;"Deux comptes, ',
        'deux lignes";',
        `05/12/2030;;lyon;${'x'.repeat(101)};`,
        '06/12/2001;;lyon;Passée;',
        ';;;Un brouillon;rare',
      ].join('\r\n'),
    )
    expect(status).toBe(201)
    expect(states(body)).toEqual([
      [2, 'ready'],
      [3, 'wrong'],
      [4, 'wrong'],
      [5, 'wrong'],
      [6, 'ready'],
      [8, 'wrong'],
      [9, 'wrong'],
      [10, 'wrong'],
    ])
    expect(body.rows.flatMap(({ problems }) => problems)).toEqual([
      '“31/11/2030” is not a day of the calendar. Write 2026-12-31.',
      '“25:00” is not a time of the day. Write 09:30.',
      'No account is called “lille”.',
      'Too long for Panneau by one character (limit: 100).',
      'This time has passed.',
      '“rare” is not a label.',
    ])
    expect(body.rows[0]).toMatchObject({ wallTime: '2030-12-01T09:30', timeZone: 'Europe/Paris' })
    expect(body.rows[4]?.channelIds).toEqual([accounts['lyon'], accounts['paris']])
    expect(await drafts()).toBe(before)
  })

  test('with a wrong row is refused whole, unless one says to leave it out', async () => {
    const { body } = await send(
      'text,date,account\nBonne,2030-12-01,lyon\nMauvaise,2030-13-01,lyon',
    )
    const refused = await camille.post(`/imports/${body.id}/confirm`, {})
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'import.some_wrong', errors: [{ pointer: '/lines/3' }] },
    })
    expect((await camille.get(`/imports/${body.id}`)).body).toMatchObject({
      state: 'preview',
      made: 0,
    })
    const done = await camille.post(`/imports/${body.id}/confirm`, { wrong: 'leave-out' })
    expect(done.body).toMatchObject({ state: 'done', made: 1 })
  })

  test('makes all its posts or none, even when a network refuses the last one at that very moment', async () => {
    const { body } = await send('text,date,account\nUne,2030-12-01,lyon\nDeux,2030-12-02,paris')
    await camille.delete(`/channels/${accounts['paris']}`)
    const before = await drafts()
    const refused = await camille.post(`/imports/${body.id}/confirm`, {})
    expect(refused.status).toBe(422)
    expect(await drafts()).toBe(before)
    const range = 'from=2030-11-01T00:00:00Z&to=2030-12-02T23:00:00Z'
    expect(
      (await camille.get(`/posts?${range}`)).body.filter(
        (p: { excerpt: string }) => p.excerpt === 'Une',
      ),
    ).toEqual([])
    await camille.post('/channels', { connectorId: 'board', fields: { handle: 'paris' } })
  })

  test('clicked twice is imported once, and can be undone as long as nothing has left', async () => {
    const day = atelier.clock.now().toISOString().slice(0, 10)
    const { body } = await send(
      `text,date,time,account\nPart ce matin,${day},10:00,lyon\nPlus tard,2030-12-03,,lyon`,
    )
    const confirm = () => camille.post(`/imports/${body.id}/confirm`, {})
    const answers = await Promise.all([confirm(), confirm()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await at(`${day}T10:01`)
    expect(board.pinned.at(-1)?.text).toBe('Part ce matin')
    const { body: undone } = await camille.post(`/imports/${body.id}/undo`)
    expect(undone).toMatchObject({ state: 'undone', made: 2, stayed: 1 })
  })

  test('sent again leaves alone what has a name and came before', async () => {
    const table = 'id,text,date,account\nn-1,Une table,2030-12-04,lyon\nn-2,Un banc,2030-12-05,lyon'
    const first = await send(table)
    await camille.post(`/imports/${first.body.id}/confirm`, {})
    const again = await send(`${table}\nn-3,Une lampe,2030-12-06,lyon`)
    expect(again.body).toMatchObject({ ready: 1, known: 2, wrong: 0 })
  })

  test('by Excel on a French Windows is read with its accents and its semicolons', async () => {
    const bytes = Uint8Array.from(
      Buffer.from('texte;date\r\nUn fauteuil \u00e0 bascule \u00e9t\u00e9;2030-12-07', 'latin1'),
    )
    const { body } = await send(bytes)
    expect(body.rows[0]?.text).toBe('Un fauteuil à bascule été')
  })

  test('without accounts takes those one chooses for the file', async () => {
    const { body } = await send('text,date\nUne chaise,2030-12-08')
    expect(body.rows[0]?.problems[0]).toMatch(/^It has a date and no account/)
    const chosen = await camille.patch(`/imports/${body.id}`, { channelIds: [accounts['lyon']] })
    expect(chosen.body).toMatchObject({ ready: 1, wrong: 0 })
  })

  test('that says 03/04 is refused until somebody says which comes first', async () => {
    const { body } = await send('text,date,account\nUne chaise,03/04/2031,lyon')
    const ask = async (dayFirst: boolean | null) =>
      (await camille.patch<ImportView>(`/imports/${body.id}`, { dayFirst })).body.rows[0]
    expect(await ask(null)).toMatchObject({ state: 'wrong' })
    expect(await ask(true)).toMatchObject({ wallTime: '2031-04-03T09:00' })
    expect(await ask(false)).toMatchObject({ wallTime: '2031-03-04T09:00' })
  })

  test.each([
    ['nothing', ''],
    ['no column of texts', 'date,account\n2030-01-01,lyon'],
    ['an open quotation mark', 'text\n"Une chaise'],
    ['too many rows', `text\n${'Une chaise\n'.repeat(501)}`],
  ])('that holds %s is refused with a sentence', async (_what, content) => {
    const { status, body } = await send(content)
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'import.unreadable' })
  })
})

describe('a calendar', () => {
  const ics = (...events: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Agenda//FR', ...events, 'END:VCALENDAR'].join(
      '\r\n',
    )
  const event = (...lines: string[]) =>
    ['BEGIN:VEVENT', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT'].join('\r\n')

  test('becomes posts at the hours it says, in the zones it says', async () => {
    const { body } = await send(
      ics(
        event('UID:a', 'DTSTART:20301201T083000Z', 'SUMMARY:Portes ouvertes'),
        event(
          'UID:b',
          'DTSTART;TZID=America/Montreal:20301202T090000',
          'SUMMARY:x',
          'DESCRIPTION:Une\\nchaise',
        ),
        event('UID:c', 'DTSTART;VALUE=DATE:20301203', 'SUMMARY:Journée'),
        event('UID:d', 'DTSTART:20301204T090000', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Chaque semaine'),
        event('UID:e', 'DTSTART:20301205T090000', 'STATUS:CANCELLED', 'SUMMARY:Annulé'),
      ),
      'agenda.ics',
    )
    const { body: chosen } = await camille.patch<ImportView>(`/imports/${body.id}`, {
      channelIds: [accounts['lyon']],
    })
    expect(
      chosen.rows.map(({ text, wallTime, timeZone, state }) => [text, wallTime, timeZone, state]),
    ).toEqual([
      ['Portes ouvertes', '2030-12-01T08:30', 'UTC', 'ready'],
      ['Une\nchaise', '2030-12-02T09:00', 'America/Montreal', 'ready'],
      ['Journée', '2030-12-03T09:00', 'Europe/Paris', 'ready'],
      ['Chaque semaine', '2030-12-04T09:00', 'Europe/Paris', 'wrong'],
      ['Annulé', '2030-12-05T09:00', 'Europe/Paris', 'wrong'],
    ])
  })

  test('that is broken is refused with a sentence', async () => {
    const { status } = await send('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR', 'agenda.ics')
    expect(status).toBe(422)
  })
})

describe('any bytes at all', () => {
  test('are imported or refused, never a failure of the desk', async () => {
    const files = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ maxLength: 300, unit: 'grapheme' })
        .map((text) => new TextEncoder().encode(`text,date\n${text}`)),
      fc
        .string({ maxLength: 200 })
        .map((text) => new TextEncoder().encode(`BEGIN:VCALENDAR\n${text}\nEND:VCALENDAR`)),
    )
    await fc.assert(
      fc.asyncProperty(files, async (bytes) => {
        const { status } = await send(bytes)
        expect([201, 422]).toContain(status)
      }),
      { numRuns: 60 },
    )
  })

  test('decode to a text', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes) === 'string'))
  })
})

describe('a date and a time', () => {
  test.each([
    ['2026-12-01', '09:30', '2026-12-01T09:30'],
    ['1/12/2026', '9h', '2026-12-01T09:00'],
    ['31.12.2026', '23h59', '2026-12-31T23:59'],
    ['12/31/2026', '2:05 pm', '2026-12-31T14:05'],
    ['2026/2/28', '12:00 AM', '2026-02-28T00:00'],
    ['2026-12-01', '09:30:15', '2026-12-01T09:30'],
  ])('%s %s', (date, time, wallTime) => {
    expect(readWhen(date, time, { dayFirst: true, hour: '09:00' })).toEqual({ wallTime })
  })

  test.each([
    ['2026-02-29', ''],
    ['32/01/2026', ''],
    ['demain', ''],
    ['2026-12-01', '24:00'],
    ['2026-12-01', '13 pm'],
    ['', '09:00'],
  ])('%s %s is refused', (date, time) => {
    expect(readWhen(date, time, { dayFirst: true, hour: '09:00' })).toHaveProperty('wrong')
  })
})
