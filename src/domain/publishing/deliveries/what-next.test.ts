import { beforeEach, describe, expect, test } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import type { PostView } from '../posts/api.ts'
import { noticeBoard } from '../testing/notice-board.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import type { PublishingTables } from '../tables.ts'
import { putHold } from './holds.ts'

const quotas = [
  {
    id: 'posts-day',
    what: { en: 'posts', fr: 'publications' },
    counts: { post: 1 },
    max: 3,
    window: { kind: 'day' as const },
    source: 'made for tests',
    date: '2026-11-22',
  },
]
const atelier = await openAtelier(noticeBoard({ quotas }))
const { camille, board, desk, clock } = atelier
const { body: company } = await camille.get('/companies/current')
const companyId = company.id as string

/** What is said of a post's first delivery, in both languages, and what may be done. */
async function told({ id }: { id: string }, n = 0) {
  const [en, fr] = await Promise.all(
    ['en', 'fr'].map(async (language) => {
      const { body } = await camille
        .with({ 'accept-language': language })
        .get<PostView>(`/posts/${id}`)
      return body.deliveries[n]
    }),
  )
  return {
    en: en?.next,
    fr: fr?.next?.replace(/[\u00a0\u202f]/g, ' ') ?? null,
    actions: en?.actions,
  }
}
const hold = (post: { id: string }, why: 'crisis' | 'approval' | 'ask') =>
  putHold(desk.db, { companyId, postId: post.id }, why, clock.now())
const today = (hour: string) => `${clock.now().toISOString().slice(0, 10)}T${hour}`

beforeEach(() => atelier.newDay())

test('a post that waits for its hour needs no more words', async () => {
  const post = await atelier.scheduled('Ce soir', today('18:00'))
  expect(await told(post)).toEqual({ en: null, fr: null, actions: ['cancel'] })
})

describe('held back', () => {
  test('by the crisis switch: nothing else to do here than to call it off', async () => {
    const post = await atelier.scheduled('Retenue', today('18:00'))
    await hold(post, 'crisis')
    await hold(post, 'ask')
    expect(await told(post)).toMatchObject({
      en: 'Held back by the crisis switch: it leaves only once that is lifted.',
      fr: 'Retenue par l’arrêt d’urgence : elle ne partira qu’une fois celui-ci levé.',
    })
  })

  test('for approval', async () => {
    const post = await atelier.scheduled('À relire', today('18:00'))
    await hold(post, 'approval')
    expect(await told(post)).toEqual({
      en: 'It waits for approval, and leaves at 18:00 once everybody has agreed.',
      fr: 'Elle attend d’être approuvée, et partira à 18:00 une fois tous les accords donnés.',
      actions: ['cancel'],
    })
    await atelier.at(today('19:00'))
    expect((await told(post)).en).toBe('It waits for approval; its hour has passed (at 18:00).')
  })

  test('for a person’s word: it is released from here', async () => {
    const post = await atelier.scheduled('Manquée', today('10:00'))
    clock.advance(5 * 3_600_000)
    await atelier.settle()
    expect(await told(post)).toEqual({
      en: 'Its hour passed while Vigie was off (at 10:00): it waits for your word.',
      fr: 'Son heure est passée pendant que Vigie était arrêtée (à 10:00) : elle attend votre décision.',
      actions: ['release', 'cancel'],
    })
  })
})

describe('under way', () => {
  test('the network could not take it: when Vigie tries again', async () => {
    board.turns.push(
      ...Array.from({ length: 4 }, () => ({ kind: 'transient', detail: '503' }) as const),
    )
    const post = await atelier.scheduled('Patience')
    await atelier.settle()
    for (const seconds of [5, 30, 120]) await atelier.after(seconds)
    expect(await told(post)).toEqual({
      en: 'Vigie tries again at 09:12.',
      fr: 'Vigie réessaiera à 09:12.',
      actions: ['retry', 'cancel'],
    })
  })

  test('the answer was lost: when Vigie looks again', async () => {
    board.turns.push('lose-answer')
    const post = await atelier.scheduled('Perdue de vue')
    await atelier.settle()
    expect(await told(post)).toEqual({
      en: 'The answer was lost: Vigie looks on Panneau whether it is there, next at 09:00. It is sent again only if it is not.',
      fr: 'La réponse s’est perdue : Vigie regardera sur Panneau si elle y est, à 09:00. Elle ne sera renvoyée que si elle n’y est pas.',
      actions: [],
    })
  })

  test('the network asked the account to wait: those behind it say so', async () => {
    const until = new Date(clock.now().getTime() + 600_000)
    board.turns.push({ kind: 'rate', until, detail: '429' })
    await atelier.scheduled('Première')
    await atelier.settle()
    const second = await atelier.scheduled('Seconde')
    expect((await told(second)).en).toBe('Panneau asked this account to wait: it leaves at 09:10.')
  })

  test('its quota is used up: when there is room', async () => {
    for (const text of ['Un', 'Deux', 'Trois']) {
      await atelier.scheduled(text)
      clock.advance(1)
    }
    const fourth = await atelier.scheduled('Quatre')
    for (let n = 0; n < 4; n++) await atelier.after(1)
    const { en, fr } = await told(fourth)
    expect(en).toMatch(
      /^Panneau takes no more posts from this account for now: it leaves \w+ \d+ \w+ at 00:00\.$/,
    )
    expect(fr).toMatch(
      /^Panneau n’accepte plus de publications de ce compte pour l’instant : elle partira \S+ \d+ \S+ à 00:00\.$/,
    )
  })
})

test('a part of a thread says what it waits for', async () => {
  const thread = [{ text: 'Deuxième partie' }, { text: 'Troisième partie' }]
  const post = await atelier.scheduled('Première partie', today('18:00'), { thread })
  expect((await told(post, 1)).fr).toBe('Elle attend la première partie de son fil.')
  expect((await told(post, 2)).en).toBe('It waits for the part of the thread before it.')
  const { id } = await atelier.delivery(post)
  await tablesOf<PublishingTables>(desk.db)
    .updateTable('deliveries')
    .set({ state: 'failed' })
    .where('id', '=', id)
    .execute()
  // What will not come by itself is a trouble, not something to wait for.
  expect((await told(post, 1)).en).toBeNull()
})

test('an account that must be connected again is told before the hour comes', async () => {
  board.turns.push({ kind: 'auth', detail: 'revoked' })
  const later = await atelier.scheduled('Plus tard', today('18:00'))
  await atelier.scheduled('Révèle la panne')
  await atelier.settle()
  expect((await told(later)).en).toBe(
    'The account must be connected again, or it will not leave (at 18:00).',
  )
  await camille.post('/channels', { connectorId: 'board', fields: { handle: 'lyon' } })
})
