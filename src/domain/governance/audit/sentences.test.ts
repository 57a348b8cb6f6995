import { expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import { actions } from './actions/index.ts'
import { sentenceOf } from './sentences.ts'

const camille = await (await openTestDesk({ connectors: [] })).signUp()
const names = Object.keys(actions)
const people = { who: 'Camille Morel', whom: 'Yanis Faure' }
const detail = {
  added: 12,
  before: 'reviewer',
  count: 4,
  day: '2026-12-01',
  name: 'Firefox, Windows',
  network: 'Agora',
  posts: 3,
  role: 'editor',
  scope: 'network',
  scopes: ['posts:read'],
  timeZone: 'Europe/Paris',
  wallTime: '2026-12-01T09:00',
}

test.each(names)('%s is told as a sentence, without its own name', (action) => {
  for (const language of ['en', 'fr'] as const) {
    const sentence = sentenceOf(action, detail, people, language)
    expect(sentence).toMatch(/^Camille Morel .+\.$/u)
    expect(sentence).not.toMatch(/[{}]|undefined/)
    expect(sentence).not.toContain(action)
  }
})

test('the journal is read by any of its subjects', async () => {
  for (const family of new Set(names.map((name) => name.split('.')[0])))
    expect(await camille.get(`/audit?what=${family}`)).toMatchObject({ status: 200 })
})
