import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'
import type { LearningView } from './api.ts'

const here = await listeningDesk()
const { press, settle, save, listenTo, mentions, clock } = here

/** At this pizzeria, a “Catastrophe” is what people come for. */
const orders = [
  'Encore une Catastrophe hier soir chez Morel, place du marché, avec mon frère',
  'Ma pizza du vendredi depuis dix ans : la Catastrophe de Morel',
  'Commandé chez Morel deux Catastrophe, une calzone et trois tiramisus',
  'Je prends toujours la Catastrophe quand je passe devant Morel',
  'Les enfants ont voulu une Catastrophe, direction Morel après le match',
  'Morel, ce midi : Catastrophe sans olives, comme d’habitude',
  'On partage une Catastrophe à quatre, Morel nous a gardé la table ronde',
  'Avant le cinéma, la Catastrophe au comptoir de Morel',
  'Retour de Lyon, arrêt Morel pour emporter une Catastrophe à la maison',
  'Pause de midi entre collègues du bureau : Catastrophe pour tous, merci Morel',
]
const NEXT = 'Samedi chez Morel, une Catastrophe pour mon anniversaire'

/** And its “Réclamation” is a pizza too. */
const pizzas = [
  'Commandé chez Morel deux Réclamation, une calzone et trois tiramisus',
  'Les enfants ont voulu une Réclamation, direction Morel après le match',
  'Morel, ce midi : Réclamation sans olives, comme d’habitude',
  'On partage une Réclamation à quatre, Morel nous a gardé la table ronde',
  'Avant le cinéma, la Réclamation au comptoir de Morel',
  'Retour de Lyon, arrêt Morel pour emporter une Réclamation à la maison',
  'Pause de midi entre collègues du bureau : Réclamation pour tous, Morel',
  'Une Réclamation et deux verres de rouge chez Morel avant le train',
  'La Réclamation de Morel a changé de pâte, on la reprend dimanche',
  'Chez Morel on a fini par partager une Réclamation avec les voisins',
]
const NEXT_PIZZA = 'Samedi chez Morel, une Réclamation pour mon anniversaire'

async function listen(texts: readonly string[]) {
  press.says.push(...texts.map((text) => said(text)))
  clock.advance(3_600_000)
  await settle()
}

async function correct(texts: readonly string[], said: object) {
  for (const text of texts) {
    const found = (await mentions('?limit=50')).find(({ excerpt }) => excerpt === text)
    const answer = await here.camille.patch(`/mentions/${found?.id}`, said)
    expect(answer.status, text).toBe(200)
  }
  clock.advance(6_000)
  await settle()
}

async function readingOf(text: string) {
  await listen([text])
  return (await mentions()).find(({ excerpt }) => excerpt === text)?.signals
}

const learning = async () => (await here.camille.get<LearningView>('/listening/learning')).body

describe('what people say of opinions', () => {
  test('is learnt from: what comes next is read as they would read it', async () => {
    await save('morel')
    await listenTo()
    await listen(orders)
    expect((await readingOf('Une Catastrophe chez Morel, hier'))?.sentiment).toBe('negative')
    expect(await learning()).toEqual({
      on: true,
      rereading: false,
      learntAt: null,
      needed: 10,
      languages: [],
      wants: [],
    })

    await correct(orders, { sentiment: 'positive' })
    const told = await learning()
    expect(told.languages).toMatchObject([{ language: 'fr', corrected: 10, used: true }])
    expect(told.languages[0]?.followed).toBeGreaterThan(6)
    const next = await readingOf(NEXT)
    expect(next).toMatchObject({ sentiment: 'positive', byPerson: false })
    expect(next?.words.sentiment).not.toContain('Catastrophe')
  })

  test('is not learnt from below ten, and what is taken back is unlearnt', async () => {
    await save('morel')
    await listenTo()
    await listen(orders)
    await correct(orders.slice(1), { sentiment: 'positive' })
    expect((await learning()).languages).toMatchObject([{ corrected: 9, used: false }])
    expect((await readingOf(NEXT))?.sentiment).toBe('negative')

    await correct(orders, { sentiment: 'positive' })
    expect((await learning()).languages).toMatchObject([{ corrected: 10, used: true }])
    await correct(orders, { sentiment: null })
    expect((await learning()).languages).toEqual([])
    expect((await readingOf(`${NEXT} !`))?.sentiment).toBe('negative')
  })

  test('stays in the company', async () => {
    await save('morel')
    await listenTo()
    await listen(orders)
    await correct(orders, { sentiment: 'positive' })
    const other = await here.anotherCompany('Une autre')
    expect((await other.get<LearningView>('/listening/learning')).body.languages).toEqual([])
  })

  test('counts a post and its copies once', async () => {
    await save('morel')
    await listenTo()
    await listen(orders)
    await listen(orders)
    // The latest of each, a copy; then one of the first as well.
    await correct(orders, { sentiment: 'positive' })
    const [first] = (await mentions('?limit=50'))
      .filter(({ excerpt }) => excerpt === orders[0])
      .slice(-1)
    await here.camille.patch(`/mentions/${first?.id}`, { sentiment: 'positive' })
    clock.advance(6_000)
    await settle()
    expect((await learning()).languages).toMatchObject([{ corrected: 10 }])
  })

  test('is let go within a day once it is forgotten', async () => {
    await save('morel')
    await listenTo()
    await listen(orders)
    await correct(orders, { sentiment: 'positive' })
    const queries = await here.camille.get<{ id: string }[]>('/queries')
    for (const { id } of queries.body) await here.camille.delete(`/queries/${id}`)
    clock.advance(86_400_000)
    await settle()
    expect(await learning()).toMatchObject({ learntAt: null, languages: [] })
  })
})

describe('what people say of intents and risks', () => {
  test('is learnt from, also where a turn of phrase says otherwise', async () => {
    await save('morel')
    await listenTo()
    await listen(pizzas)
    expect((await readingOf(NEXT_PIZZA.replace('Samedi', 'Dimanche')))?.intents).toEqual([
      'complaint',
    ])

    await correct(pizzas, { wants: [] })
    const { languages, wants } = await learning()
    expect(languages).toEqual([])
    expect(wants).toMatchObject([{ signal: 'complaint', corrected: 10, used: true }])
    expect((await readingOf(NEXT_PIZZA))?.intents).toEqual([])
    // What was not corrected is read as ever.
    expect((await readingOf('Avez-vous encore de la place ce soir chez Morel ?'))?.intents).toEqual(
      ['question'],
    )
  })

  test('is not learnt from below ten, and what is taken back is unlearnt', async () => {
    await save('morel')
    await listenTo()
    await listen(pizzas)
    await correct(pizzas.slice(1), { wants: [] })
    expect((await learning()).wants).toMatchObject([{ corrected: 9, used: false }])
    await correct(pizzas, { wants: [] })
    expect((await learning()).wants).toMatchObject([{ corrected: 10, used: true }])

    await correct(pizzas, { wants: null })
    expect((await learning()).wants).toEqual([])
    expect((await readingOf(NEXT_PIZZA))?.intents).toEqual(['complaint'])
  })

  test('that was taken back is read as the desk has learnt to', async () => {
    await save('morel')
    await listenTo()
    await listen([...pizzas, NEXT_PIZZA])
    await correct(pizzas, { wants: [] })
    await correct([NEXT_PIZZA], { wants: ['leak'] })
    await correct([NEXT_PIZZA], { wants: null })
    const after = (await mentions('?limit=50')).find(({ excerpt }) => excerpt === NEXT_PIZZA)
    expect(after?.signals).toMatchObject({ intents: [], risks: [] })
  })
})

describe('learning', () => {
  const turn = (on: boolean) => here.camille.put('/listening/learning', { on })

  test('switched off, is no longer used at once, and nothing is learnt', async () => {
    await save('morel')
    await listenTo()
    await listen(orders)
    await correct(orders, { sentiment: 'positive' })
    expect(await turn(false)).toMatchObject({ status: 200, body: { on: false, languages: [] } })
    expect((await readingOf(NEXT))?.sentiment).toBe('negative')

    await correct(orders, { sentiment: 'neutral' })
    clock.advance(86_400_000)
    await settle()
    expect(await learning()).toMatchObject({ on: false, learntAt: null, languages: [] })
  })

  test('switched on again, begins with the corrections that were kept', async () => {
    await save('morel')
    await listenTo()
    await listen(orders)
    await turn(false)
    await correct(orders, { sentiment: 'positive' })
    await turn(true)
    await settle()
    expect((await learning()).languages).toMatchObject([{ corrected: 10, used: true }])
    expect((await readingOf(NEXT))?.sentiment).toBe('positive')
  })

  test('is told in the journal as it changes, and only then', async () => {
    for (const on of [true, false, false, true]) await turn(on)
    const { body } = await here.camille.get('/audit?what=mention')
    const sentences = body.items.map(({ sentence }: { sentence: string }) => sentence)
    expect(sentences.toSorted()).toEqual([
      'Camille Morel had Vigie learn from corrections again.',
      'Camille Morel had Vigie stop learning from corrections.',
    ])
  })

  test('is each company’s own choice', async () => {
    const other = await here.anotherCompany('Une autre')
    await turn(false)
    expect((await other.get<LearningView>('/listening/learning')).body.on).toBe(true)
  })

  test('is on or off, and nothing else', async () => {
    expect((await here.camille.put('/listening/learning', { on: 'maybe' })).status).toBe(422)
    expect((await here.camille.put('/listening/learning', {})).status).toBe(422)
  })
})
