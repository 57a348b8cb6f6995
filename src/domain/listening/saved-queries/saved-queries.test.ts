import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const here = await listeningDesk()
const { press, clock, settle, save, listenTo, mentions, theSource } = here

describe('a new query', () => {
  test('looks through what the sources still hold, without losing their place', async () => {
    await save('chêne')
    await listenTo()
    press.says.push(said('Du chêne'), said('Des chaises de Morel'))
    await settle()
    expect(await mentions()).toHaveLength(1)

    await save('chaises')
    press.says.push(said('Encore du chêne'))
    await settle()
    expect((await mentions()).map((m) => m.excerpt).sort()).toEqual([
      'Des chaises de Morel',
      'Du chêne',
      'Encore du chêne',
    ])
    expect(press.asked.map(({ cursor }) => cursor)).toEqual([null, null, null, '2'])
    expect(await theSource()).toMatchObject({ itemsRead: 3 })
  })

  test('saved while a source is being read finds at once what it brings and what it brought', async () => {
    press.says.push(said('Des chaises hier'))
    await listenTo()
    await settle()
    press.says.push(said('Des chaises aujourd’hui'))
    let saved = false
    press.meanwhile = async () => {
      if (saved) return
      saved = true
      await save('chaises')
    }
    clock.advance(HOUR)
    await settle()
    expect(await mentions()).toHaveLength(2)
  })

  test('finds among the mentions that are kept, even when the source has forgotten them', async () => {
    await save('morel')
    await listenTo()
    press.says.push(said('Morel et ses chaises'))
    await settle()
    press.says = []
    const chairs = await save('chaises')
    expect(
      (await mentions(`?queryId=${chairs.id}`)).map((m) => m.queries.map((q) => q.name)),
    ).toEqual([['morel', 'chaises']])
  })

  test('is named by its expression when it has no name', async () => {
    expect(await save('table  OU\nchaise')).toMatchObject({
      name: 'table OU chaise',
      reading: 'table OR chaise',
    })
  })
})

describe('a query that changes', () => {
  test('lets go of what it no longer finds and takes what it now finds', async () => {
    const query = await save('table')
    await save('chaise')
    await listenTo()
    press.says.push(said('table'), said('chaise et lit'))
    await settle()
    const { status, body } = await here.camille.patch(`/queries/${query.id}`, {
      expression: 'lit',
      name: 'Lits',
    })
    expect([status, body.name, body.expression]).toEqual([200, 'Lits', 'lit'])
    await settle()
    expect((await mentions()).map((m) => [m.excerpt, m.queries.map((q) => q.name)])).toEqual([
      ['chaise et lit', ['Lits', 'chaise']],
    ])
  })

  test('keeps the name that was chosen; a name made of its words follows them', async () => {
    const unnamed = await save('table')
    const named = await save('chaise', 'Nos chaises')
    const names = [unnamed, named].map(async ({ id }) => {
      return (await here.camille.patch(`/queries/${id}`, { expression: 'lit' })).body.name
    })
    expect(await Promise.all(names)).toEqual(['lit', 'Nos chaises'])
  })

  test('deleted, it takes with it what no other query found', async () => {
    const tables = await save('table')
    await save('chêne')
    await listenTo()
    press.says.push(said('table en pin'), said('table en chêne'))
    await settle()
    expect((await here.camille.delete(`/queries/${tables.id}`)).status).toBe(204)
    expect((await mentions()).map((m) => m.excerpt)).toEqual(['table en chêne'])
    expect((await here.camille.delete(`/queries/${tables.id}`)).status).toBe(404)
  })
})

describe('an expression is checked before it is saved', () => {
  test('the mistake is shown at its place, in the reader’s language', async () => {
    const french = here.camille.with({ 'accept-language': 'fr' })
    const { body } = await french.post('/queries/check', { expression: 'table (chêne' })
    expect(body).toEqual({
      error: {
        code: 'unclosed-parenthesis',
        at: { start: 6, end: 7 },
        sentence: 'Cette parenthèse n’est jamais fermée.',
      },
      reading: null,
      notes: [],
      examples: [],
      preview: null,
    })
  })

  test('what can be read is written out, with what it would find among what was read lately', async () => {
    await save('morel')
    await listenTo()
    press.says.push(said('Morel et ses tables'), said('Morel'))
    await settle()
    const { body } = await here.camille.post('/queries/check', { expression: 'tables or morel' })
    expect(body).toMatchObject({
      error: null,
      reading: 'tables AND or AND morel',
      notes: [{ code: 'small-operator', at: { start: 7, end: 9 } }],
      preview: { looked: 2, found: 0 },
    })
    const better = await here.camille.post('/queries/check', { expression: 'tables' })
    expect(better.body.preview).toMatchObject({
      looked: 2,
      found: 1,
      examples: ['Morel et ses tables'],
    })
  })

  test('more NEARs than can be looked for are refused at once, whatever the examples', async () => {
    const { status, body } = await here.camille.post('/queries/check', {
      expression: Array(300).fill('de').join(' NEAR/100 '),
      examples: Array(40).fill({ text: 'de '.repeat(660), wanted: true }),
    })
    expect([status, body.error.code]).toEqual([200, 'too-many-near'])
  })

  test('one that cannot be read is not saved', async () => {
    const { status, body } = await here.camille.post('/queries', { expression: 'NOT morel' })
    expect([status, body.code, body.errors[0].pointer]).toEqual([
      422,
      'listening.query_unreadable',
      '/expression',
    ])
    const long = await here.camille.post('/queries', { expression: 'a '.repeat(6_000) })
    expect([long.status, long.body.errors[0].detail]).toEqual([
      422,
      'A query may hold 10000 characters. Split this one in two.',
    ])
  })
})
