import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { noticeBoard } from '#domain/publishing/testing/notice-board.ts'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Caller } from '#support/caller.ts'
import type { DuelView } from './api.ts'
import type { DuelsTables } from './tables.ts'

const own = { source: 'made for tests', date: '2026-11-25' }
const atelier = await openAtelier(
  noticeBoard({
    text: { max: { value: 300, ...own }, unit: 'characters' },
    poll: {
      choicesMax: { value: 4, ...own },
      choiceLength: { value: 50, ...own },
      minutesMin: { value: 5, ...own },
      minutesMax: { value: 100_000, ...own },
      multiple: false,
      withImages: true,
    },
  }),
)
const { camille, stranger, accounts, board, desk, clock, settle } = atelier
await camille.patch('/companies/current', { publicUrl: 'https://vigie.atelier-morel.example' })

async function picture(background: string): Promise<string> {
  const create = { width: 60, height: 40, channels: 3, background } as const
  const bytes = await sharp({ create }).png().toBuffer()
  return (await camille.upload('/media', { name: `${background}.png`, type: 'image/png', bytes }))
    .body.id
}
const [oak, walnut] = [await picture('#c9a066'), await picture('#5a3a22')]

async function duel(more: object = {}): Promise<DuelView & { path: string }> {
  const { body } = await camille.post<DuelView>('/duels', {
    question: 'Chêne ou noyer ?',
    first: { label: 'Chêne', mediaId: oak },
    second: { label: 'Noyer', mediaId: walnut },
    channelIds: [accounts['lyon']],
    ...more,
  })
  return { ...body, path: new URL(body.url ?? 'https://none.example/').pathname }
}

const read = async ({ id }: { id: string }) => (await camille.get<DuelView>(`/duels/${id}`)).body

let visitors = 0
/** Somebody with a browser of their own; `cookie` is what it keeps. */
function visitor(userAgent = `Mozilla/5.0 (X11; Linux x64) Firefox/${100 + visitors++}.0`): Caller {
  return stranger.with({
    'user-agent': userAgent,
    'content-type': 'multipart/form-data; boundary=x',
  })
}

async function votes(path: string, side: 'a' | 'b', count: number) {
  for (let i = 0; i < count; i++) await visitor().post(`${path}/${side}`)
}

describe('a duel', () => {
  test('drafts a post with both pictures and a link for each, which a person lets leave', async () => {
    const { postId, path } = await duel()
    const { body: post } = await camille.get(`/posts/${postId}`)
    expect(post).toMatchObject({ status: 'draft', mediaIds: [oak, walnut], about: 'customer' })
    expect(post.text).toContain(`https://vigie.atelier-morel.example${path}/a`)
    expect(post.text).toContain(`https://vigie.atelier-morel.example${path}/b`)
    await camille.post(`/posts/${postId}/schedule`, { version: post.version })
    await settle()
    expect(board.pinned.at(-1)?.text).toBe(post.text)
  })

  test('asks for two different pictures of the library', async () => {
    const same = await camille.post('/duels', {
      question: 'Chêne ou chêne ?',
      first: { label: 'A', mediaId: oak },
      second: { label: 'B', mediaId: oak },
    })
    expect(same).toMatchObject({ status: 422, body: { code: 'duel.same_picture' } })
  })

  test('made a poll where it is asked by one, with its time', async () => {
    const { postId } = await duel({ way: 'poll', days: 3 })
    const { body: post } = await camille.get(`/posts/${postId}`)
    expect(post.poll).toEqual({ choices: ['Chêne', 'Noyer'], minutes: 4320, multiple: false })
  })
})

describe('the public', () => {
  test('sees the question and both pictures, and nothing is counted by looking', async () => {
    const made = await duel()
    const page = await visitor().get<string>(`${made.path}/a`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('<h1>Chêne ou noyer')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    const shown = await visitor().get(`${made.path}/b/picture`)
    expect(shown.headers['content-type']).toBe('image/webp')
    expect((await read(made)).votes).toEqual({ first: 0, second: 0 })
  })

  test('votes once by browser, and may change its mind', async () => {
    const made = await duel()
    const yanis = visitor()
    const { cookie, status } = await yanis.post(`${made.path}/a`)
    expect(status).toBe(303)
    expect((await read(made)).votes).toEqual({ first: 1, second: 0 })
    await yanis.with({ cookie }).post(`${made.path}/b`)
    expect((await read(made)).votes).toEqual({ first: 0, second: 1 })
    const back = await yanis.with({ cookie }).get<string>(made.path)
    expect(back.body).toContain('Noyer\u00a0: mon choix')
  })

  test('that comes back without its token is set apart, not counted and not thrown away', async () => {
    const made = await duel()
    const agent = 'Mozilla/5.0 (iPhone) Safari/600.1'
    for (let i = 0; i < 3; i++) await visitor(agent).post(`${made.path}/a`)
    expect(await read(made)).toMatchObject({
      votes: { first: 1, second: 0 },
      doubtful: { first: 2, second: 0 },
    })
  })

  test('made of robots does not vote', async () => {
    const made = await duel()
    await visitor('facebookexternalhit/1.1').post(`${made.path}/a`)
    expect((await read(made)).votes).toEqual({ first: 0, second: 0 })
  })

  test('from another site cannot be made to vote', async () => {
    const made = await duel()
    const forged = await visitor().with({ origin: 'https://evil.example' }).post(`${made.path}/a`)
    expect(forged.status).toBe(403)
  })

  test('that votes all at once from one address counts once', async () => {
    const made = await duel()
    const agent = 'Mozilla/5.0 (Windows) Edge/130.0'
    await Promise.all(Array.from({ length: 8 }, () => visitor(agent).post(`${made.path}/a`)))
    expect(await read(made)).toMatchObject({ votes: { first: 1 }, doubtful: { first: 7 } })
  })

  test('cannot put words into the page', async () => {
    const made = await duel({ question: '<script>alert(1)</script> & "vous" ?' })
    const { body } = await visitor().get<string>(made.path)
    expect(body).not.toContain('<script>')
    expect(body).toContain('&lt;script&gt;')
  })
})

describe('the answer', () => {
  test('is given only when the duel is closed, and says what to order', async () => {
    const made = await duel({ days: 1 })
    await votes(made.path, 'a', 24)
    await votes(made.path, 'b', 6)
    expect(await read(made)).toMatchObject({ decision: 'open', share: 0.8 })
    clock.advance(24 * 3_600_000)
    await settle()
    const view = await read(made)
    expect(view).toMatchObject({ closed: true, decision: 'order-first' })
    expect(view.sentences[0]).toBe(
      'Order “Chêne”: among those who answered, it is preferred beyond what chance explains.',
    )
    expect(view.interval.low).toBeGreaterThan(0.5)
    const late = await visitor().post(`${made.path}/b`)
    expect(late.status).toBe(303)
    expect((await read(made)).votes).toEqual({ first: 24, second: 6 })
  })

  test('is "cannot tell" where chance explains it, with what would tell', async () => {
    const made = await duel()
    await votes(made.path, 'a', 13)
    await votes(made.path, 'b', 10)
    const { body } = await camille.post<DuelView>(`/duels/${made.id}/close`)
    expect(body).toMatchObject({ decision: 'cannot-tell' })
    expect(body.sentences[1]).toMatch(/about \d+ more answers would settle it/)
  })

  test('is "cannot tell" with too few votes, even when they all agree', async () => {
    const made = await duel()
    await votes(made.path, 'a', 9)
    const { body } = await camille.post<DuelView>(`/duels/${made.id}/close`)
    expect(body.decision).toBe('cannot-tell')
  })

  describe('of a poll', () => {
    const askedBy = async (more: object = {}) => {
      const made = await duel({ way: 'poll', days: 1, ...more })
      const { body: post } = await camille.get(`/posts/${made.postId}`)
      return { ...made, version: post.version }
    }
    const leave = async ({ postId, version }: { postId: string | null; version: number }) => {
      await camille.post(`/posts/${postId}/schedule`, { version })
      await settle()
      return board.pinned.at(-1)?.id
    }

    test('is read on the network, account by account, and given with its last word', async () => {
      const made = await askedBy()
      // A person looked at the post for two hours before it left.
      await atelier.after(2 * 3600)
      const id = await leave(made)
      board.vote(id, [4, 1])
      await atelier.after(300)
      expect(await read(made)).toMatchObject({
        decision: 'open',
        votes: { first: 4, second: 1 },
        sources: [{ channelId: accounts['lyon'], votes: { first: 4, second: 1 } }],
        closesAt: new Date(clock.now().getTime() + 24 * 3_600_000 - 300_000).toISOString(),
      })
      board.vote(id, [31, 9])
      await atelier.after(24 * 3600)
      expect(await read(made)).toMatchObject({
        closed: true,
        decision: 'order-first',
        votes: { first: 31, second: 9 },
      })
    })

    test('waits while the network does not tell its last count', async () => {
      const made = await askedBy()
      board.vote(await leave(made), [2, 40])
      await atelier.after(300)
      const down = { kind: 'transient' as const, detail: '503' }
      board.tallies.push(down, down, down)
      await atelier.after(24 * 3600)
      expect(await read(made)).toMatchObject({ closed: false, decision: 'open' })
      for (let n = 0; n < 4; n++) await atelier.after(600)
      expect(await read(made)).toMatchObject({ closed: true, decision: 'order-second' })
    })

    test('stays as it was when a person closed it before the poll ended', async () => {
      const made = await askedBy()
      const id = await leave(made)
      board.vote(id, [3, 2])
      await atelier.after(300)
      await camille.post(`/duels/${made.id}/close`)
      board.vote(id, [300, 2])
      await atelier.after(24 * 3600)
      expect(await read(made)).toMatchObject({
        votes: { first: 3, second: 2 },
        decision: 'cannot-tell',
      })
    })

    test('goes by the names, whichever was put first in the end', async () => {
      const made = await askedBy()
      const poll = { choices: ['Noyer', 'Chêne'], minutes: 1440, multiple: false }
      const { body } = await camille.patch(`/posts/${made.postId}`, {
        version: made.version,
        poll,
      })
      board.vote(await leave({ ...made, version: body.version }), [7, 5])
      await atelier.after(300)
      expect((await read(made)).votes).toEqual({ first: 5, second: 7 })
    })

    test('that never left is over at its hour', async () => {
      const made = await askedBy()
      await atelier.after(24 * 3600)
      expect(await read(made)).toMatchObject({ closed: true, decision: 'cannot-tell' })
    })
  })

  test('leaves nothing by which a voter could be found again', async () => {
    const made = await duel()
    await votes(made.path, 'a', 2)
    await camille.post(`/duels/${made.id}/close`)
    const tables = tablesOf<DuelsTables>(desk.db)
    const row = await tables
      .selectFrom('duels')
      .select('salt')
      .where('id', '=', made.id)
      .executeTakeFirst()
    const marks = await tables
      .selectFrom('duelVotes')
      .select('addressMark')
      .where('duelId', '=', made.id)
      .execute()
    expect(row?.salt).toBeNull()
    expect(marks).toEqual([{ addressMark: null }, { addressMark: null }])
  })
})
