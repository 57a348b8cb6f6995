import { expect, test } from 'vitest'
import type { CheckView } from '../posts/check-shapes.ts'
import { openAtelier } from '../testing/open-atelier.ts'

const { camille, accounts } = await openAtelier()

const check = async (post: object, headers = {}) =>
  (await camille.post<CheckView>('/posts/check', post, headers)).body.hints

test('a post hears what its words lack, with the reason, in the reader’s language', async () => {
  const text = 'Nous sommes fiers : notre banc, nos mains, notre bois.'
  const [hint] = await check({ text, variants: [{ channelId: accounts['lyon'] }] })
  expect(hint).toMatchObject({ kind: 'about-us', channelId: null, where: { start: 0, end: 4 } })
  expect(hint?.why).toContain('Counted')
  const [inFrench] = await check({ text }, { 'accept-language': 'fr' })
  expect(inFrench?.sentence).toContain('Elle parle de vous 4 fois')
})

test('the fold is the network’s own, counted as it counts', async () => {
  const text = `${'Le banc '.repeat(10)}est là, venez.`
  const [hint] = await check({ text, variants: [{ channelId: accounts['lyon'] }] })
  // The notice board folds after 60 characters.
  expect(hint).toMatchObject({ kind: 'first-line', where: { start: 0, end: 60 } })
  expect(hint?.sentence).toContain('On Panneau people see only this')
  expect(await check({ text })).toEqual([])
})

test('an account’s own text is read by itself', async () => {
  const own = { channelId: accounts['paris'], text: 'EVERYTHING MUST GO, come by' }
  const shared = { channelId: accounts['lyon'] }
  const heard = await check({ text: 'Stuck drawer? Use a candle.', variants: [shared, own] })
  expect(heard.map(({ kind, channelId }) => [kind, channelId])).toEqual([
    ['capitals', accounts['paris']],
  ])
  // Nobody uses the main text then: nothing is said of it.
  expect(await check({ text: 'EVERYTHING MUST GO', variants: [{ ...own, text: 'Hi?' }] })).toEqual(
    [],
  )
})

test('a hint silenced for the company stays silent until it is wanted again', async () => {
  const text = 'EVERYTHING MUST GO, come by'
  expect(await check({ text })).toHaveLength(1)
  const { body } = await camille.put('/hints/capitals', { silenced: true })
  expect(body).toContainEqual({
    kind: 'capitals',
    name: 'Words in capitals',
    silencedBy: 'Camille Morel',
    silencedAt: expect.any(String),
  })
  expect(await check({ text })).toEqual([])
  await camille.put('/hints/capitals', { silenced: false })
  expect(await check({ text })).toHaveLength(1)
  expect((await camille.put('/hints/horoscope', { silenced: true })).status).toBe(422)
})
