import { beforeEach, describe, expect, test } from 'vitest'
import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier, openAtelierForOneTest } from '../testing/open-atelier.ts'
import type { MeterView } from './api.ts'

const own = { source: 'made for tests', date: '2026-11-22' }
const what = { en: 'posts', fr: 'publications' }
const threeADay: ManifestInput['quotas'] = [
  { id: 'posts-day', what, counts: { post: 1 }, max: 3, window: { kind: 'day' }, ...own },
]
/** As X bills: more for a post that holds a link. */
const prices: ManifestInput['prices'] = [
  { counts: { post: 1, part: 1, reply: 1 }, amount: 0.015, withLink: 0.2, currency: 'USD', ...own },
  { counts: { image: 1 }, amount: 0.005, currency: 'USD', ...own },
]

const atelier = await openAtelier(noticeBoard({ quotas: threeADay, prices }))
const { camille, board, clock, accounts } = atelier

const pinned = () => board.pinned.map(({ text }) => text)
const lyon = async () => {
  const { body } = await camille.get<MeterView[]>('/meters')
  return body.find(({ channelId }) => channelId === accounts['lyon'])
}
const meter = async (draft: object, caller = camille) => {
  const { body } = await caller.post<MeterView[]>('/posts/meter', {
    text: 'Une table',
    variants: [{ channelId: accounts['lyon'] }],
    ...draft,
  })
  return body[0]
}
const publish = async (...texts: string[]) => {
  for (const text of texts) {
    await atelier.scheduled(text)
    await atelier.settle()
  }
}

beforeEach(async () => {
  await atelier.newDay()
  board.pinned.length = 0
})

describe('three posts a day', () => {
  test('the fourth waits until midnight in Lyon, says so, and leaves then', async () => {
    await publish('Un', 'Deux', 'Trois', 'Quatre')
    expect(pinned()).toEqual(['Un', 'Deux', 'Trois'])
    await atelier.after(15 * 3600 - 1)
    expect(pinned()).toHaveLength(3)
    await atelier.after(1)
    expect(pinned()).toEqual(['Un', 'Deux', 'Trois', 'Quatre'])
  })

  test('another account of the network has its own three', async () => {
    await publish('Un', 'Deux', 'Trois')
    await atelier.scheduled('Paris', undefined, { by: ['paris'] })
    await atelier.settle()
    expect(pinned()).toContain('Paris')
  })

  test('what was refused uses nothing up; what may have left does', async () => {
    board.turns.push({ kind: 'rejected', reason: { en: 'No.', fr: 'Non.' }, detail: '422' })
    await publish('Refusée')
    expect((await lyon())?.quotas[0]?.used).toBe(0)
    board.turns.push('lose-notice')
    await publish('Perdue peut-être')
    expect((await lyon())?.quotas[0]?.used).toBe(1)
  })

  test('what waits for the next day is not late there, however little lateness is allowed', async () => {
    await camille.patch('/publishing-rules', { lateMinutes: 0 })
    await publish('Un', 'Deux', 'Trois', 'Quatre')
    await atelier.after(15 * 3600)
    expect(pinned()).toHaveLength(4)
    await camille.patch('/publishing-rules', { lateMinutes: 60 })
  })
})

describe('before scheduling', () => {
  test('today’s count is told, planned posts included, and this one', async () => {
    await publish('Un')
    const day = clock.now().toISOString().slice(0, 10)
    await atelier.scheduled('Ce soir', `${day}T18:00`)
    expect(await meter({})).toMatchObject({
      quotas: [
        {
          used: 1,
          planned: 1,
          adds: 1,
          max: 3,
          sentence: '3 of 3 posts today',
          warning: null,
          freesAt: new Date(`${day}T23:00:00Z`).toISOString(),
        },
      ],
    })
  })

  test('a day that would hold too many is warned of at once, with the count, in the reader’s language', async () => {
    const tomorrow = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
    const posts = []
    for (const n of [1, 2, 3])
      posts.push(await atelier.scheduled(`N° ${n}`, `${tomorrow}T1${n}:00`))
    const said = await meter(
      { wallTime: `${tomorrow}T20:00` },
      camille.with({ 'accept-language': 'fr' }),
    )
    const warning = said?.quotas[0]?.warning?.replace(/[\u00a0\u202f]/g, ' ')
    expect(warning).toContain('Panneau accepte 3 publications par jour ; celle-ci en ferait 4 le ')
    expect(warning).toContain('Le surplus (1) attendra le lendemain.')
    // A post that is being changed is not counted twice.
    const itself = await meter({ postId: posts[0]?.id, wallTime: `${tomorrow}T11:00` })
    expect(itself?.quotas[0]).toMatchObject({ planned: 2, adds: 1, warning: null })
  })

  test('the price is told: more with a link, and what the month comes to', async () => {
    const before = (await lyon())?.costs[0]?.month ?? 0
    await publish('Sans lien')
    expect((await lyon())?.costs[0]?.month).toBeCloseTo(before + 0.015)
    const said = await meter({ text: 'Voir https://atelier-morel.example', trackLinks: false })
    expect(said?.costs[0]).toMatchObject({ amount: 0.2, currency: 'USD', practice: false })
    expect(said?.costs[0]?.month).toBeCloseTo(before + 0.215)
    expect(said?.costs[0]?.sentence).toContain('This will cost about US$0.20 on Panneau')
    const thread = await meter({ thread: [{ text: 'Puis' }, { text: 'Enfin' }] })
    expect(thread?.costs[0]?.amount).toBeCloseTo(0.045)
    expect(thread?.quotas[0]?.adds).toBe(1)
  })
})

test('in any five minutes at most two: the third waits until the first is five minutes old', async () => {
  const quotas: ManifestInput['quotas'] = [
    {
      id: 'requests',
      what: { en: 'requests', fr: 'requêtes' },
      counts: { post: 1, part: 1, reply: 1, image: 1 },
      max: 2,
      window: { kind: 'rolling', seconds: 300 },
      ...own,
    },
  ]
  const hasty = await openAtelierForOneTest(noticeBoard({ quotas }), ['lyon'])
  const texts = () => hasty.board.pinned.map(({ text }) => text)
  await hasty.scheduled('Un')
  await hasty.settle()
  await hasty.after(60)
  for (const text of ['Deux', 'Trois', 'Quatre']) {
    await hasty.scheduled(text)
    hasty.clock.advance(1)
  }
  await hasty.settle()
  expect(texts()).toEqual(['Un', 'Deux'])
  await hasty.after(240)
  expect(texts()).toEqual(['Un', 'Deux', 'Trois'])
  await hasty.after(60)
  expect(texts()).toEqual(['Un', 'Deux', 'Trois', 'Quatre'])
})
