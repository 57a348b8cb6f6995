import ICAL from 'ical.js'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'
import type { FreshCalendarFeed, ImportView } from '../api.ts'

const { camille, stranger, accounts, scheduled, draft, at } = await openAtelier()
const range = 'from=2026-11-23T00:00:00Z&to=2026-12-31T00:00:00Z'

async function rowsOfPlan(): Promise<Record<string, string>[]> {
  const { raw } = await camille.get(`/plan.csv?${range}`)
  return parse(raw, { bom: true, columns: true })
}

test('the plan leaves as a table: one row a post, with hour, accounts and how far it has come', async () => {
  await draft('Un brouillon n’est pas au plan')
  await scheduled('Une chaise, "en chêne"\nà Lyon', '2026-11-24T09:30', {
    by: ['lyon', 'paris'],
    labels: ['useful'],
  })
  await scheduled('=HYPERLINK("http://evil.example")', '2026-11-25T09:30')
  const rows = await rowsOfPlan()
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({
    date: '2026-11-24',
    time: '09:30',
    zone: 'Europe/Paris',
    accounts: 'board:lyon, board:paris',
    text: 'Une chaise, "en chêne"\nà Lyon',
    labels: 'useful',
    status: 'scheduled',
  })
  expect(rows[1]?.['text']).toBe('\'=HYPERLINK("http://evil.example")')
})

test('what was exported can be imported again, and says the same', async () => {
  const before = await rowsOfPlan()
  const { raw } = await camille.get(`/plan.csv?${range}`)
  const { body } = await camille.upload<ImportView>('/imports', {
    name: 'plan.csv',
    type: 'text/csv',
    bytes: raw,
  })
  expect(body).toMatchObject({ ready: 2, wrong: 0 })
  expect(body.rows.map(({ text }) => text)).toEqual(
    before.map(({ text }) => text?.replace(/^'=/, '=')),
  )
})

test('a calendar program reads the plan by an address that nobody can guess, until it is closed', async () => {
  const { body: feed } = await camille.post<FreshCalendarFeed>('/calendar-feeds', {
    name: 'Téléphone de Sofia',
    channelId: accounts['lyon'],
  })
  const { pathname } = new URL(feed.url)
  const read = (headers = {}) => stranger.get<string>(pathname, headers)
  const answer = await read()
  const calendar = new ICAL.Component(ICAL.parse(answer.body) as unknown[])
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(events.map(({ summary }) => summary)).toEqual([
    'lyon, paris · Une chaise, "en chêne" à Lyon',
    'lyon · =HYPERLINK("http://evil.example")',
  ])
  expect(events[0]?.startDate.toJSDate().toISOString()).toBe('2026-11-24T08:30:00.000Z')
  const etag = String(answer.headers['etag'])
  expect((await read({ 'if-none-match': etag })).status).toBe(304)
  await at('2026-11-24T09:31')
  expect((await read({ 'if-none-match': etag })).status).toBe(200)

  await camille.delete(`/calendar-feeds/${feed.id}`)
  expect((await read()).status).toBe(404)
  expect((await stranger.get(`/feeds/plan/${'x'.repeat(43)}.ics`)).status).toBe(404)
})
