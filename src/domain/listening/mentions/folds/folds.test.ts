import { describe, expect, test } from 'vitest'
import { said } from '../../fixture.ts'
import { listeningDesk } from '../../testing.ts'

const here = await listeningDesk()
const { press, settle, save, listenTo, mentions, clock } = here

const news =
  'Atelier Morel ouvre un second magasin à Lyon samedi, venez essayer la table Lyre et les chaises en frêne'
const other = 'Chez Atelier Morel la livraison a deux semaines de retard et personne ne répond'
const at = (hour: number) => new Date(`2026-11-22T${String(hour).padStart(2, '0')}:00:00Z`)
const by = (name: string, followers?: number) => ({
  remoteId: name,
  handle: name,
  name,
  ...(followers === undefined ? {} : { followers }),
})

const folded = async (query = '') => {
  const list = await mentions(`?folded=yes${query}`)
  return list.map((mention) => [mention.excerpt.slice(0, 20), mention.fold?.alike ?? 0])
}

describe('what says the same', () => {
  test('is one line of the first, that opens on the others', async () => {
    await save('morel')
    await listenTo()
    press.says.push(
      said(`RT @lea: ${news}`, { at: at(9), author: by('Karim', 200) }),
      said(news, { at: at(8), author: by('Léa', 1_000) }),
      said(other, { at: at(10) }),
    )
    await settle()
    press.says.push(
      said(`${news} https://court.example/x81`, { at: at(11), author: by('Léa', 1_200) }),
      said(`${news} 🔥 #lyon`, { at: at(12), author: by('Nour') }),
    )
    clock.advance(3_600_000)
    await settle()

    expect(await folded()).toEqual([
      ['Atelier Morel ouvre ', 3],
      ['Chez Atelier Morel l', 0],
    ])
    expect(await mentions()).toHaveLength(5)
    const [first] = await mentions('?folded=yes')
    expect(first?.author).toMatchObject({ name: 'Léa', followers: 1_000, weight: 3 })
    expect(first?.fold).toMatchObject({
      alike: 3,
      authors: 3,
      authorsTold: 2,
      followers: 1_400,
      unseen: 3,
      lastAt: '2026-11-22T12:00:00.000Z',
    })
    const { body } = await here.camille.get(`/mentions/${first?.id}/alike?limit=2`)
    expect(body.items.map((one: { author: { name: string } }) => one.author.name)).toEqual([
      'Karim',
      'Léa',
    ])
    const rest = await here.camille.get(`/mentions/${first?.id}/alike?after=${body.next}`)
    expect([rest.body.items[0].author.name, rest.body.next]).toEqual(['Nour', null])
  })

  test('is known again by what the network says it reshares, however short', async () => {
    await save('morel')
    await listenTo()
    press.says.push(
      said('Morel, enfin !', { remoteId: 'a', at: at(8) }),
      said('Morel, enfin !', { remoteId: 'b', at: at(9) }),
      said('Bravo Morel', { remoteId: 'c', at: at(10), reshareOf: 'a' }),
    )
    await settle()
    expect(await folded()).toEqual([
      ['Morel, enfin !', 1],
      ['Morel, enfin !', 0],
    ])
    const [first] = await mentions('?folded=yes')
    expect(first?.fold).toMatchObject({ alike: 1, reshared: 1 })
  })

  test('comes back to the top when it is said again, and says how much of it is new', async () => {
    await save('morel')
    await listenTo()
    press.says.push(said(news, { at: at(8) }), said(other, { at: at(10) }))
    await settle()
    const ids = (await mentions()).map(({ id }) => id)
    await here.camille.post('/mentions/seen', { ids })
    expect(await folded()).toEqual([
      ['Chez Atelier Morel l', 0],
      ['Atelier Morel ouvre ', 0],
    ])
    press.says.push(said(`${news} !`, { at: at(11) }), said(`${news} ?`, { at: at(12) }))
    clock.advance(3_600_000)
    await settle()
    const [first, second] = await mentions('?folded=yes')
    expect([first?.at, first?.seen, first?.fold?.unseen]).toEqual([
      '2026-11-22T08:00:00.000Z',
      true,
      2,
    ])
    expect(second?.excerpt).toContain('Chez Atelier Morel')
    const page = await here.camille.get('/mentions?folded=yes&limit=1')
    const next = await here.camille.get(`/mentions?folded=yes&limit=1&after=${page.body.next}`)
    expect([next.body.items[0].id, next.body.next]).toEqual([second?.id, null])
  })

  test('is shown by the first that is asked for', async () => {
    await save('morel')
    await listenTo()
    press.says.push(
      said(news, { at: at(8), author: by('Léa', 10) }),
      said(`${news} !`, { at: at(9), author: by('Karim', 9_000) }),
    )
    await settle()
    const who = async (query: string) =>
      (await mentions(`?folded=yes${query}`)).map((mention) => mention.author?.name)
    expect(await who('')).toEqual(['Léa'])
    expect(await who('&since=2026-11-22T08:30:00Z')).toEqual(['Karim'])
    expect(await who('&author=press:Karim')).toEqual(['Karim'])
    expect(await who('&sort=reach')).toEqual(['Karim'])
    const [first] = await mentions('?folded=yes')
    await here.camille.post('/mentions/seen', { ids: [first?.id] })
    expect(await who('&state=unseen')).toEqual(['Karim'])
    await here.camille.post('/mentions/seen', { ids: [first?.id], alike: true })
    expect(await who('&state=unseen')).toEqual([])
    await here.camille.patch(`/mentions/${first?.id}`, { dismissed: true, alike: true })
    expect(await who('')).toEqual([])
    expect(await who('&state=dismissed')).toEqual(['Léa'])
  })

  test('is not folded once a month has passed, nor over companies', async () => {
    await save('morel')
    await listenTo()
    press.says.push(said(news, { at: at(8) }))
    await settle()
    const [mine] = await mentions()
    const sofia = await here.anotherCompany('Menuiserie Sofia')
    expect((await sofia.get(`/mentions/${mine?.id}/alike`)).status).toBe(404)
    clock.advance(31 * 86_400_000)
    press.says.push(said(`${news} !`, { at: clock.now() }))
    await settle()
    expect((await folded()).map(([, alike]) => alike)).toEqual([0, 0])
  })
})

test('the widest come first, those unknown last, a page at a time', async () => {
  await save('morel')
  await listenTo()
  const reaches = [undefined, 50, 7_000, undefined, 50, 300]
  for (const [i, followers] of reaches.entries()) {
    press.says.push(said(`Morel ${i}`, { at: at(i), author: by(`p${i}`, followers) }))
  }
  await settle()
  const got: unknown[] = []
  let after = ''
  do {
    const { body } = await here.camille.get(`/mentions?sort=reach&limit=2${after}`)
    got.push(...body.items.map((one: { excerpt: string }) => one.excerpt))
    after = body.next ? `&after=${body.next}` : ''
  } while (after !== '')
  expect(got).toEqual(['Morel 2', 'Morel 5', 'Morel 4', 'Morel 1', 'Morel 3', 'Morel 0'])
})

test('what is asked for leaves as a table that no spreadsheet runs', async () => {
  await save('morel', 'Notre nom')
  await listenTo()
  press.says.push(
    said('=HYPERLINK("https://mal.example") morel', { at: at(8), language: 'fr-CA' }),
    said('Morel is late', { at: at(9), language: 'en' }),
  )
  await settle()
  const { status, headers, body } = await here.camille.get('/mentions/export?language=fr')
  expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  const [head, line, ...others] = body.trim().split('\n')
  expect(head).toContain('written_at,found_at,network')
  expect(line).toContain(`"'=HYPERLINK(""https://mal.example"") morel"`)
  expect(others).toEqual([])
})
