import { describe, expect, test } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import { said } from '../fixture.ts'
import type { ListeningTables } from '../tables.ts'
import { listeningDesk } from '../testing.ts'
import type { QueryView } from './api.ts'

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

async function listed(id: string) {
  const { body } = await here.camille.get<QueryView[]>('/queries')
  return body.find((query) => query.id === id)
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
    await here.save('lit', 'c')
    await here.save('banc', 'C')
    expect(await refusal('morel query:C')).toEqual([
      422,
      'Several saved queries have this name. Rename one of them.',
    ])
  })
})

describe('a name with quotation marks', () => {
  test('is still followed, and still keeps its query from being deleted', async () => {
    const base = await here.save('table', 'Base')
    const user = await here.save('query:Base AND chêne', 'Dépendante')
    for (const name of ['La "base"', '« La base »', '@"La“base']) {
      expect((await here.camille.patch(`/queries/${base.id}`, { name })).status).toBe(200)
      expect((await listed(user.id))?.unreadable).toBeNull()
      expect((await here.camille.delete(`/queries/${base.id}`)).status).toBe(409)
    }
    await here.listenTo()
    await heard(['Une table en chêne'])
    expect((await here.mentions())[0]?.queries.map(({ name }) => name)).toContain('Dépendante')
  })

  test('is compared without them', async () => {
    await here.save('table', 'La "base"')
    await here.save('query:"la base" chêne')
    expect(await refusal('query:«La base» chêne')).toEqual([201, undefined])
  })

  test('and nothing else is refused', async () => {
    const base = await here.save('table', 'Base')
    const answer = await here.camille.patch(`/queries/${base.id}`, { name: '"»' })
    expect([answer.status, answer.body.code]).toEqual([422, 'listening.query_unnameable'])
  })
})

describe('a change that would leave other queries unread is refused, with their names', () => {
  const taken = [
    409,
    'listening.query_name_taken',
    'These queries could no longer tell which one they name: RD. Choose another name.',
  ]

  test('a name given twice, by a new query or a renamed one', async () => {
    await here.save('table', 'RC')
    const user = await here.save('query:RC chêne', 'RD')
    const other = await here.save('lit', 'Autre')
    const created = await here.camille.post('/queries', { expression: 'banc', name: '"rc"' })
    expect([created.status, created.body.code, created.body.detail]).toEqual(taken)
    const changed = await here.camille.patch(`/queries/${other.id}`, { name: 'RC' })
    expect([changed.status, changed.body.code, changed.body.detail]).toEqual(taken)
    expect((await listed(user.id))?.unreadable).toBeNull()
    expect((await listed(other.id))?.name).toBe('Autre')
  })

  test('two at once: one of them', async () => {
    const one = await here.save('table', 'Un')
    const two = await here.save('banc', 'Deux')
    const user = await here.save('(query:Un OR query:Deux) chêne', 'RD')
    const answers = await Promise.all(
      [one, two].map(({ id }) => here.camille.patch(`/queries/${id}`, { name: 'RC' })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await listed(user.id))?.unreadable).toBeNull()
  })

  test('words too many for a query that names it', async () => {
    const words = (letter: string) =>
      Array.from({ length: 600 }, (_, i) => `${letter}${i}`).join(' OR ')
    for (const letter of ['aa', 'bb', 'cc', 'dd']) await here.save(words(letter), letter)
    const last = await here.save('table', 'ee')
    await here.save('query:aa OR query:bb OR query:cc OR query:dd OR query:ee', 'Tout')
    await here.save(words('ff'), 'ff')
    await here.camille.patch(`/queries/${last.id}`, { expression: words('ee') })
    const answer = await here.camille.patch(`/queries/${last.id}`, {
      expression: 'query:ff OR lit',
    })
    expect([answer.status, answer.body.code]).toEqual([409, 'listening.query_breaks_others'])
    expect(answer.body.detail).toContain('Tout')
  })
})

test('a query that can no longer be read says why in the list, and finds again once it is mended', async () => {
  const { db } = here.desk
  const base = await here.save('table', 'Base')
  const user = await here.save('query:Base chêne', 'Dépendante')
  const twin = await here.save('banc', 'Jumelle')
  // As desks before this one could leave it.
  await tablesOf<ListeningTables>(db)
    .updateTable('savedQueries')
    .set({ name: 'Base' })
    .where('id', '=', twin.id)
    .execute()
  expect(await listed(user.id)).toMatchObject({
    unreadable: {
      code: 'named-twice',
      sentence: 'Several saved queries have this name. Rename one of them.',
    },
  })
  await here.listenTo()
  await heard(['Une table en chêne'])
  await here.camille.patch(`/queries/${twin.id}`, { name: 'Bancs' })
  expect((await listed(user.id))?.unreadable).toBeNull()
  expect((await listed(user.id))?.unseen).toBe(1)
  expect((await here.camille.delete(`/queries/${base.id}`)).status).toBe(409)
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

test('one of two queries of a name can be deleted: what names them means the other from then on', async () => {
  const base = await here.save('table', 'Base')
  const user = await here.save('query:Base chêne', 'Dépendante')
  const twin = await here.save('banc', 'Jumelle')
  await tablesOf<ListeningTables>(here.desk.db)
    .updateTable('savedQueries')
    .set({ name: 'BASE' })
    .where('id', '=', base.id)
    .execute()
  await tablesOf<ListeningTables>(here.desk.db)
    .updateTable('savedQueries')
    .set({ name: '“Base”' })
    .where('id', '=', twin.id)
    .execute()
  await here.listenTo()
  await heard(['Un banc en chêne'], ['Une table en chêne'])
  expect((await listed(user.id))?.unreadable?.code).toBe('named-twice')
  expect((await here.camille.delete(`/queries/${base.id}`)).status).toBe(204)
  expect(await listed(user.id)).toMatchObject({ unreadable: null, unseen: 1 })
  expect((await here.mentions()).map(({ excerpt }) => excerpt)).toEqual(['Un banc en chêne'])
})

test('a source is called as screens call its network, or by its own name', async () => {
  const { id } = await here.listenTo()
  await here.camille.patch(`/sources/${id}`, { name: 'Le matin' })
  const before = await here.save('source:"la presse" table', 'Réseau')
  await here.save('source:"Le matin" table', 'Nom')
  await here.save('source:press table', 'Identifiant')
  await here.save('source:plaza table', 'Ailleurs')
  await heard(['Une table'])
  const names = async () =>
    (await here.mentions()).flatMap(({ queries }) => queries.map(({ name }) => name)).toSorted()
  expect(await names()).toEqual(['Identifiant', 'Nom', 'Réseau'])
  // The same in what is kept already, and while it is written.
  await here.camille.patch(`/queries/${before.id}`, { expression: 'table source:La-Presse' })
  expect(await names()).toEqual(['Identifiant', 'Nom', 'Réseau'])
  const { body } = await here.camille.post('/queries/check', {
    expression: 'source:"La Presse" une',
  })
  expect(body.preview.found).toBe(1)
})
