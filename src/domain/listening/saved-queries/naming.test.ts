import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const here = await listeningDesk()

async function heard(...texts: Parameters<typeof said>[]) {
  here.press.says.push(...texts.map((one) => said(...one)))
  await here.settle()
}

async function refusal(expression: string, id?: string) {
  const answer = id
    ? await here.camille.patch(`/queries/${id}`, { expression })
    : await here.camille.post('/queries', { expression })
  return [answer.status, answer.body.errors?.[0]?.detail]
}

describe('a saved query names another', () => {
  test('and finds what the other finds, also once the other has changed', async () => {
    const wood = await here.save('chêne OR frêne', 'Bois')
    await here.save('table query:"bois"', 'Tables')
    await here.listenTo()
    await heard(['Une table en frêne'], ['Une table en noyer'], ['Du chêne'])
    const tables = async () =>
      (await here.mentions())
        .filter(({ queries }) => queries.some(({ name }) => name === 'Tables'))
        .map(({ excerpt }) => excerpt)
    expect(await tables()).toEqual(['Une table en frêne'])
    await here.camille.patch(`/queries/${wood.id}`, { expression: 'chêne' })
    expect(await tables()).toEqual([])
  })

  test('and follows it when it is renamed', async () => {
    const noise = await here.save('football', 'Bruit')
    const brand = await here.save('morel -query:bruit', 'Marque')
    await here.camille.patch(`/queries/${noise.id}`, { name: 'Le bruit' })
    const { body } = await here.camille.get<{ id: string; expression: string }[]>('/queries')
    expect(body.find(({ id }) => id === brand.id)?.expression).toBe('morel -query:"Le bruit"')
  })

  test('which cannot be deleted meanwhile', async () => {
    const noise = await here.save('football', 'Bruit')
    const brand = await here.save('morel -query:bruit', 'Marque')
    const answer = await here.camille.delete(`/queries/${noise.id}`)
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
      409,
      'listening.query_named_elsewhere',
      'The query “Marque” names it. Change that one first.',
    ])
    await here.camille.delete(`/queries/${brand.id}`)
    expect((await here.camille.delete(`/queries/${noise.id}`)).status).toBe(204)
  })

  test('but never itself, however long the way round', async () => {
    const cycle = 'This query would contain itself.'
    const a = await here.save('morel', 'A')
    await here.save('table query:a', 'B')
    expect(await refusal('morel query:b', a.id)).toEqual([422, cycle])
    expect(await refusal('morel query:a', a.id)).toEqual([422, cycle])
    expect(await refusal('morel query:nobody')).toEqual([422, 'No saved query has this name.'])
    await here.save('lit', 'a')
    expect(await refusal('morel query:A')).toEqual([
      422,
      'Several saved queries have this name. Rename one of them.',
    ])
  })
})

test('a query asks about the author, the site, the language, the source and the date', async () => {
  const author = { remoteId: '7', handle: 'yanis', name: 'Yanis', followers: 5_000 }
  await here.save(
    'author:@yanis OR (table site:journal.example lang:fr source:press date:>=2026-11-01)',
  )
  await here.listenTo()
  await heard(
    ['Bonjour', { author }],
    ['Une table', { language: 'fr' }],
    ['A table', { language: 'en' }],
    ['Table', { language: 'fr', at: new Date('2026-10-31T12:00:00Z') }],
    ['Une table ailleurs', { language: 'fr', url: 'https://blog.example/1' }],
  )
  const found = (await here.mentions()).map(({ excerpt }) => excerpt)
  expect(found.toSorted()).toEqual(['Bonjour', 'Une table'])
})
