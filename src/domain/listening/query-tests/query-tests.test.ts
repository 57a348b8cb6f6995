import { describe, expect, test } from 'vitest'
import type { CheckedExpression } from '../saved-queries/api.ts'
import type { JudgingView } from './api.ts'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const here = await listeningDesk()

async function heard(...texts: string[]) {
  await here.listenTo()
  here.press.says.push(...texts.map((text) => said(text)))
  await here.settle()
}

async function check(expression: string, more = {}): Promise<CheckedExpression> {
  const { body } = await here.camille.post('/queries/check', { expression, ...more })
  return body
}

describe('while Camille writes a query', () => {
  test('it is tried on the last things read, though no query found them', async () => {
    await here.save('yourte')
    await heard('Des chaises', 'Une table en chêne', 'Une table en pin')
    const { preview } = await check('table')
    expect(preview).toMatchObject({
      looked: 3,
      found: 2,
      examples: ['Une table en pin', 'Une table en chêne'],
    })
  })

  test('she sees which word brings what', async () => {
    await here.save('yourte')
    await heard('Morel ébéniste', 'Morel et ses tables', 'Morel marque un but', 'Tables en pin')
    const { preview } = await check('morel OR tables OR armoire')
    expect(preview?.terms).toEqual([
      { written: 'morel', found: 3, alone: 2 },
      { written: 'tables', found: 2, alone: 1 },
      { written: 'armoire', found: 0, alone: 0 },
    ])
  })

  test('what is read long before makes room', async () => {
    await here.save('yourte')
    await here.listenTo()
    for (let page = 0; page < 12; page++) {
      here.press.says.push(
        ...Array.from({ length: 100 }, (_, i) => said(`Page ${page}, ligne ${i}`)),
      )
      here.clock.advance(3_600_000)
      await here.settle()
    }
    expect((await check('page')).preview).toMatchObject({ looked: 1_000, found: 1_000 })
    expect((await check('"page 0"')).preview).toMatchObject({ found: 0 })
  })

  test('her examples are run at each edit', async () => {
    const examples = [
      { text: 'Merci à l’atelier Morel', wanted: true },
      { text: 'Morel marque un but', wanted: false },
    ]
    expect((await check('morel', { examples })).examples).toEqual([true, false])
    expect((await check('morel -but', { examples })).examples).toEqual([true, true])
    expect((await check('"morel', { examples })).examples).toEqual([])
  })
})

describe('examples kept with a query', () => {
  const examples = [{ text: 'Morel marque un but', wanted: false }]

  test('keep it from being saved when one fails, unless Camille insists', async () => {
    const refused = await here.camille.post('/queries', { expression: 'morel', examples })
    expect([refused.status, refused.body.code]).toEqual([409, 'listening.examples_fail'])
    expect((await here.camille.get('/queries')).body).toEqual([])
    const insisted = { expression: 'morel', examples, evenFailing: true }
    expect((await here.camille.post('/queries', insisted)).status).toBe(201)
  })

  test('still watch over it months later', async () => {
    const saved = await here.camille.post('/queries', { expression: 'morel -but', examples })
    expect(saved.body.examples).toEqual(examples)
    const path = `/queries/${saved.body.id}`
    expect((await here.camille.patch(path, { expression: 'morel' })).status).toBe(409)
    expect((await here.camille.patch(path, { name: 'Marque' })).status).toBe(200)
    expect((await here.camille.patch(path, { expression: 'morel', examples: [] })).status).toBe(200)
  })
})

describe('how precise a query is', () => {
  async function judged(count: number, off: number) {
    const query = await here.save('morel OR tables')
    const texts = Array.from({ length: 25 }, (_, i) => `Morel, numéro ${i}`)
    await heard(...texts)
    const path = `/queries/${query.id}`
    const judging = async () => (await here.camille.get<JudgingView>(`${path}/judging`)).body
    for (const [i, { mention }] of (await judging()).hits.slice(0, count).entries()) {
      const said = { mentionId: mention.id, relevant: i >= off }
      expect((await here.camille.put(`${path}/judgements`, said)).status).toBe(204)
    }
    return { path, judging }
  }

  test('is not told before ten of its mentions are judged', async () => {
    const { judging } = await judged(9, 2)
    expect(await judging()).toMatchObject({ judged: 9, relevant: 7, precision: null, needed: 10 })
  })

  test('is told with its interval, and the words that bring what is off', async () => {
    const { judging } = await judged(20, 5)
    const { hits, precision, noise } = await judging()
    expect(hits).toHaveLength(20)
    expect(hits.filter(({ relevant }) => relevant === false)).toHaveLength(5)
    expect(precision?.value).toBe(0.75)
    const [query] = (await here.camille.get('/queries')).body
    expect(query.precision).toEqual({ judged: 20, share: precision })
    expect(precision?.low).toBeCloseTo(0.531, 3)
    expect(precision?.high).toBeCloseTo(0.888, 3)
    expect(noise).toEqual([{ written: 'morel', off: 5, judged: 20 }])
  })

  test('forgets what was taken back, and what the query no longer finds', async () => {
    const { path, judging } = await judged(12, 0)
    const [first] = (await judging()).hits
    await here.camille.put(`${path}/judgements`, { mentionId: first?.mention.id, relevant: null })
    expect((await judging()).judged).toBe(11)
    await here.camille.patch(path, { expression: 'tables' })
    expect(await judging()).toMatchObject({ judged: 0, hits: [], precision: null })
    const [query] = (await here.camille.get('/queries')).body
    expect(query.precision).toEqual({ judged: 0, share: null })
  })

  test('is nobody else’s business', async () => {
    const { path, judging } = await judged(1, 0)
    const [first] = (await judging()).hits
    const yanis = await here.anotherCompany('Autre maison')
    expect((await yanis.get(`${path}/judging`)).status).toBe(404)
    const said = { mentionId: first?.mention.id, relevant: false }
    expect((await yanis.put(`${path}/judgements`, said)).status).toBe(404)
    expect((await judging()).relevant).toBe(1)
  })
})

test('a query from another tool is put into ours, and what cannot come is named', async () => {
  const expression = 'table NEAR/2f oak AND country:fra'
  const { body } = await here.camille.post('/queries/bring-in', { expression })
  expect(body.expression).toBe('table ONEAR/2 oak /* country:fra */')
  expect(body.changes).toEqual([
    { written: 'country:fra', sentence: expect.stringContaining('finds more than it did') },
  ])
})
