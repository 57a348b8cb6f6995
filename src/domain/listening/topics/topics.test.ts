import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'
import type { TopicsView } from './api.ts'

const here = await listeningDesk()
const DAY = 86_400_000

const things =
  'banc buffet chaise coffre commode console crédence dressing fauteuil guéridon'.split(' ')
const looks = 'blond brut ciré clair foncé huilé massif patiné peint verni'.split(' ')

/** What is usual: four weeks of a shop's posts, three a day, by ten people. */
function usually(subject: string, from = 35, to = 0) {
  const now = here.clock.now().getTime()
  for (let i = 0; i < (from - to) * 3; i++) {
    const text = `${subject} : ${things[i % 10]} ${looks[(i * 3 + Math.floor(i / 10)) % 10]}, numéro ${i}`
    say(text, new Date(now - (from - i / 3) * DAY), i % 10)
  }
}

function say(text: string, at: Date, who: number) {
  const author = { remoteId: `p${who}`, handle: `p${who}`, name: `Personne ${who}` }
  here.press.says.push(said(text, { at, author }))
}

/** Twelve people who speak of the same thing in their own words, these last two days. */
function storm(subject: string, who: (i: number) => number = (i) => 20 + i) {
  const now = here.clock.now().getTime()
  for (let i = 0; i < 12; i++) {
    const text = `${subject} : le vernis toxique des berceaux, dit ${things[i % 10]} ${looks[(i * 3) % 10]}`
    say(text, new Date(now - (2 - i / 6) * DAY), who(i))
  }
}

async function topics(path = '/topics'): Promise<TopicsView> {
  const { status, body } = await here.camille.get<TopicsView>(path)
  expect(status).toBe(200)
  return body
}

async function heard() {
  await here.listenTo()
  await here.settle()
}

describe('what is new this week', () => {
  test('is told with its words, since when, how fast, and two posts', async () => {
    const query = await here.save('morel')
    usually('Morel')
    storm('Morel')
    await heard()
    const { state, topics: list, usualPeriods } = await topics(`/topics?queryId=${query.id}`)
    expect([state, usualPeriods]).toEqual(['told', 4])
    expect(list).toHaveLength(1)
    expect(list[0]).toMatchObject({ posts: 12, voices: 12, usual: 0, neverBefore: true })
    expect(list[0]?.words[0]).toContain('vernis toxique')
    expect(list[0]?.periods).toEqual([0, 0, 0, 0, 12])
    expect(list[0]?.examples).toHaveLength(2)
    expect(list[0]?.lastDay).toBeGreaterThan(0)
  })

  test('is no topic when one person says it all, however loud', async () => {
    await here.save('morel')
    usually('Morel')
    storm('Morel', () => 99)
    await heard()
    expect((await topics()).topics).toEqual([])
  })

  test('is not told in an ordinary week', async () => {
    await here.save('morel')
    usually('Morel')
    await heard()
    expect(await topics()).toMatchObject({ state: 'told', topics: [] })
  })

  test('cannot be told before two usual weeks', async () => {
    await here.save('morel')
    expect((await topics()).state).toBe('nothing-read')
    usually('Morel', 12)
    storm('Morel')
    await heard()
    expect(await topics()).toMatchObject({ state: 'too-early', topics: [], sourcesTooNew: 1 })
  })

  test('forgets what was dismissed, and is nobody else’s business', async () => {
    await here.save('morel')
    usually('Morel')
    storm('Morel')
    await heard()
    const query = await here.save('berceaux')
    await here.settle()
    for (const { id } of await here.mentions(`?queryId=${query.id}&limit=50`))
      await here.camille.patch(`/mentions/${id}`, { dismissed: true })
    expect((await topics()).topics).toEqual([])
    const yanis = await here.anotherCompany('Autre maison')
    expect((await yanis.get(`/topics?queryId=${query.id}`)).status).toBe(404)
    expect((await yanis.get('/topics')).body).toMatchObject({ state: 'nothing-read', posts: 0 })
    expect((await here.camille.get('/topics?days=400')).status).toBe(422)
  })
})

describe('a topic becomes a query', () => {
  /** No two of its words follow each other, and none stands in every post but the first. */
  function idea() {
    const now = here.clock.now().getTime()
    const beside = ['France', 'idées', 'cherche']
    for (let i = 0; i < 12; i++) {
      const [one, two] = [beside[i % 3], beside[(i + 1) % 3]]
      const text = `Morel : ${things[i % 10]} ; fabriquée ; ${looks[i % 10]} ; ${one} ; ${two} ?`
      say(text, new Date(now - (2 - i / 6) * DAY), 20 + i)
    }
  }

  test('that finds its posts, and not whatever holds one of its words', async () => {
    const morel = await here.save('morel')
    usually('Morel')
    idea()
    await heard()
    const { topics: list } = await topics(`/topics?queryId=${morel.id}`)
    const topic = list.find(({ words }) => words[0] === 'fabriquée')
    const { expression, posts } = topic ?? expect.fail('no topic')
    expect(expression).toMatch(/^"fabriquée" NEAR\/20 \("\S+" OR "\S+" OR "\S+"\)$/)
    for (const word of ['"idées"', '"France"', '"cherche"']) expect(expression).toContain(word)
    const examples = [
      { text: 'Une table fabriquée à la main', wanted: false },
      { text: 'Il cherche un lit', wanted: false },
      { text: `Elle cherche. ${'Et puis encore ceci. '.repeat(6)} Fabriquée hier.`, wanted: false },
      { text: 'Une chaise fabriquee en FRANCE', wanted: true },
    ]
    const { status, body } = await here.camille.post('/queries', { expression, examples })
    expect([status, body.found]).toEqual([201, posts])
  })

  test('of its phrase alone, which says enough', async () => {
    const morel = await here.save('morel')
    usually('Morel')
    storm('Morel')
    await heard()
    const [topic] = (await topics(`/topics?queryId=${morel.id}`)).topics
    expect(topic?.expression).toBe(`"${topic?.words[0]}"`)
    expect(topic?.words[0]).toContain(' ')
  })
})

describe('the words said with a query', () => {
  test('are those that other posts have less, without its own', async () => {
    const query = await here.save('lits')
    usually('Morel')
    storm('Lits')
    await heard()
    const { state, posts, together, elsewherePosts } = await topics(`/topics?queryId=${query.id}`)
    expect([state, posts]).toEqual(['too-early', 12])
    expect(elsewherePosts).toBeGreaterThan(15)
    expect(together.map(({ word }) => word)).toContain('vernis toxique')
    expect(together.map(({ word }) => word)).not.toContain('Lits')
    expect(together[0]).toMatchObject({ posts: 12, elsewhere: 0 })
  })
})

describe('the unexpected', () => {
  test('rises in what no query found, and leaves once it is followed', async () => {
    await here.save('yourte')
    usually('Meubles')
    storm('Meubles')
    await heard()
    expect((await topics()).state).toBe('nothing-read')
    const [topic, ...others] = (await topics('/topics/unexpected')).topics
    expect(others).toEqual([])
    expect(topic).toMatchObject({ posts: 12, voices: 12 })
    await here.save(topic?.expression ?? '')
    await here.settle()
    expect((await topics('/topics/unexpected')).topics).toEqual([])
    const csv = await here.camille.get<string>('/topics.csv')
    expect(csv.status).toBe(200)
    expect(String(csv.body)).toContain('list,topic,words,posts')
  })
})
