import { beforeEach, describe, expect, test } from 'vitest'
import type { HandFigures, VisitsView } from '#domain/analytics/by-hand/api.ts'
import type { ResultsView } from '#domain/analytics/api.ts'
import type { TasksView } from '#domain/publishing/tasks/api.ts'
import { noticeBoard } from '#domain/publishing/testing/notice-board.ts'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'
import { shopWindow } from '#domain/publishing/testing/shop-window.ts'
import type { FiguresPreview } from './api.ts'

const atelier = await openAtelier(noticeBoard(), ['lyon'], [shopWindow()])
const { camille, clock } = atelier
for (const handle of ['rue', 'murée']) {
  const { body } = await camille.post('/channels', { connectorId: 'window', fields: { handle } })
  atelier.accounts[handle] = body.id
}
const rue = atelier.accounts['rue'] ?? ''
const today = () => new Date(clock.now().getTime() + 3_600_000).toISOString().slice(0, 10)
const daysAgo = (days: number) =>
  new Date(clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 10)

/** A post in the window, put up by hand at an address of its own. */
async function putUp(text: string, url: string): Promise<string> {
  await atelier.scheduled(text, undefined, { by: ['rue'] })
  await atelier.settle()
  const { toDo } = (await camille.get<TasksView>('/tasks')).body
  const task = toDo.find((one) => one.text === text)
  await camille.post(`/tasks/${task?.id}/done`, { content: task?.content, url })
  return task?.id ?? ''
}

const enter = (id: string, day: string, counts: object) =>
  camille.put<HandFigures>(`/deliveries/${id}/figures`, { day, counts })
const results = async (from: string, to: string) =>
  (await camille.get<ResultsView>(`/results?from=${from}&to=${to}&channelId=${rue}`)).body
const send = (path: string, table: string) =>
  camille.upload<FiguresPreview>(path, {
    name: 'chiffres.csv',
    type: 'text/csv',
    bytes: new TextEncoder().encode(table),
  })

beforeEach(() => atelier.newDay())

describe('figures of a post that was put up by hand', () => {
  test('are totals by day, each saying who entered it and when', async () => {
    const id = await putUp('Vitrine de Noël', 'https://a.example/1')
    const first = today()
    await enter(id, first, { views: 120, likes: 4 })
    await atelier.after(2 * 86_400)
    const { body } = await enter(id, today(), { likes: 9 })
    expect(body).toMatchObject({
      counts: ['views', 'likes', 'replies', 'check-ins'],
      from: first,
      to: today(),
      days: [
        { day: today(), counts: { likes: 9 }, enteredBy: 'Camille Morel' },
        { day: first, counts: { likes: 4, views: 120 } },
      ],
    })
    expect(body.days[0]?.source).toMatch(/^Entered by hand by Camille Morel on \d+ \w+ 2026\.$/)
  })

  test('reach the results: what was gained, what nobody counted, and who counted', async () => {
    await atelier.after(86_400)
    const id = await putUp('Soldes', 'https://a.example/2')
    const first = today()
    await enter(id, first, { likes: 4 })
    await atelier.after(86_400)
    await enter(id, today(), { likes: 10 })
    const { posts, curve, figures } = await results(first, today())
    expect(curve.current.map(({ value }) => value)).toEqual([4, 6])
    const post = posts.find((one) => one.deliveryId === id)
    expect(post).toMatchObject({ counts: { likes: 10, views: null, reposts: null } })
    const { provenance } = figures.find(({ key }) => key === 'engagement') ?? {}
    expect(provenance?.gaps).toContain('Figures of Vitrine rue are entered by hand: Camille Morel.')
  })

  test('entered again for the same day, the later entry stands; null takes it back', async () => {
    const id = await putUp('Corrigé', 'https://a.example/3')
    const day = today()
    await enter(id, day, { likes: 40, views: 7 })
    await atelier.after(2 * 3600)
    await enter(id, day, { likes: 4 })
    await atelier.after(86_400)
    const { body } = await enter(id, day, { views: null })
    expect(body.days).toMatchObject([{ day, counts: { likes: 4 } }])
    expect(body.days[0]?.counts).not.toHaveProperty('views')
  })

  test('are refused for a day to come, a day before it was there, and what is not counted there', async () => {
    const id = await putUp('Bornes', 'https://a.example/4')
    const statuses = [
      await enter(id, daysAgo(-1), { likes: 1 }),
      await enter(id, daysAgo(1), { likes: 1 }),
      await enter(id, today(), { reposts: 1 }),
      await enter(id, today(), { likes: -1 }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([422, 422, 422, 422])
  })

  test('are not entered for what a network tells, or is not put up yet', async () => {
    const post = await atelier.scheduled('Par une machine')
    await atelier.settle()
    const { id } = await atelier.delivery(post)
    expect((await enter(id, today(), { likes: 1 })).body).toMatchObject({ code: 'figures.read' })
    const waiting = await atelier.scheduled('Pas encore', undefined, { by: ['rue'] })
    await atelier.settle()
    const { id: handed } = await atelier.delivery(waiting, 'rue')
    expect((await enter(handed, today(), { likes: 1 })).body).toMatchObject({
      code: 'figures.not_there',
    })
  })
})

describe('people who check in', () => {
  test('are counted day by day, and a day counted again is corrected', async () => {
    const put = (day: string, more: object) =>
      camille.put<VisitsView>(`/channels/${rue}/visits`, { day, ...more })
    await put(daysAgo(1), { arrivals: 30 })
    await put(today(), { arrivals: 12, departures: 10 })
    await put(today(), { arrivals: 14, departures: 10 })
    const { body } = await camille.get<VisitsView>(
      `/channels/${rue}/visits?from=${daysAgo(3)}&to=${today()}`,
    )
    expect(body).toMatchObject({
      arrivals: 44,
      departures: 10,
      days: [
        { day: today(), arrivals: 14, departures: 10, enteredBy: 'Camille Morel' },
        { day: daysAgo(1), arrivals: 30, departures: null },
      ],
    })
    const { figures } = await results(daysAgo(3), today())
    expect(figures.find(({ key }) => key === 'check-ins')).toMatchObject({
      value: 44,
      provenance: { gaps: ['2 day(s) that nobody counted.'] },
    })
    expect((await put(daysAgo(-1), { arrivals: 1 })).status).toBe(422)
  })

  test('are not counted where a machine publishes', async () => {
    const path = `/channels/${atelier.accounts['lyon']}/visits`
    const answer = await camille.put(path, { day: today(), arrivals: 1 })
    expect(answer.body.code).toBe('visits.none')
  })
})

describe('a table of figures', () => {
  const table = async () => {
    await putUp('Table de chêne', 'https://a.example/chene')
    return [
      'date;lien;compte;vues;j’aime;passages;sorties',
      `${today()};https://a.example/chene;;1 240;12;;`,
      `${today()};;rue;;;31;28`,
      `${today()};https://a.example/perdu;;5;;;`,
      `32/01/2026;https://a.example/chene;;5;;;`,
      `${today()};https://a.example/chene;;beaucoup;;;`,
      `${today()};;rue;3;;;`,
      `${today()};;;3;;;`,
    ].join('\n')
  }

  test('is shown row by row first, with a sentence for each that is wrong, and enters nothing', async () => {
    const { body } = await send('/figures/preview', await table())
    expect(body).toMatchObject({ ready: 2, wrong: 5 })
    expect(body.rows.map(({ state }) => state).join(' ')).toBe(
      'ready ready wrong wrong wrong wrong wrong',
    )
    expect(body.rows.slice(0, 2)).toMatchObject([
      {
        line: 2,
        about: 'Table de chêne',
        figures: [
          { name: 'views', value: 1240 },
          { name: 'likes', value: 12 },
        ],
      },
      { line: 3, about: 'Vitrine rue' },
    ])
    expect(body.rows.slice(2).map(({ problems }) => problems[0])).toEqual([
      expect.stringContaining('No post of yours stands at “https://a.example/perdu”'),
      '“32/01/2026” is not a day of the calendar. Write 2026-12-31.',
      '“beaucoup” is not a whole number.',
      expect.stringContaining('check-ins and check-outs only'),
      'It names neither a post by its link nor an account.',
    ])
    const path = `/channels/${rue}/visits?from=${today()}&to=${today()}`
    expect((await camille.get<VisitsView>(path)).body.days).toEqual([])
  })

  test('is entered whole or not at all, unless what is wrong is left out', async () => {
    const sent = await table()
    expect((await send('/figures/import', sent)).status).toBe(422)
    const { body } = await send('/figures/import?wrong=leave-out', sent)
    expect(body.ready).toBe(2)
    const path = `/channels/${rue}/visits?from=${today()}&to=${today()}`
    expect((await camille.get<VisitsView>(path)).body).toMatchObject({
      arrivals: 31,
      departures: 28,
    })
  })

  test('keeps the past of a network that is over, with its posts', async () => {
    const sent = [
      'date,published,account,link,text,likes',
      '2026-03-20,2026-03-12,murée,https://plus.example/1,Notre premier cercle,17',
      '2026-03-25,2026-03-12,murée,https://plus.example/1,Notre premier cercle,21',
    ].join('\n')
    const { body } = await send('/figures/import', sent)
    expect(body.rows.map(({ isPast, problems }) => [isPast, problems])).toEqual([
      [true, []],
      [false, []],
    ])
    const { body: told } = await camille.get<ResultsView>(
      `/results?from=2026-03-01&to=2026-03-31&channelId=${atelier.accounts['murée']}`,
    )
    expect(told.posts).toMatchObject([{ excerpt: 'Notre premier cercle', counts: { likes: 21 } }])
  })

  test('that is none is refused with a sentence', async () => {
    const refused = await send('/figures/preview', 'nom;prix\nchaise;12')
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'import.unreadable' }])
  })
})
