import { describe, expect, test } from 'vitest'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { openNewsroom } from '../../testing/open-newsroom.ts'
import type { ReviewView } from './api.ts'

const room = await openNewsroom()
const { camille, yanis, sofia, stranger, board, at, read, submitted, decides, edits } = room
const claire = { guestName: 'Claire Vidal', guestEmail: 'claire@client.example' }

async function link(more: Record<string, unknown>) {
  const { body, status } = await camille.post('/review-links', more)
  expect(status, JSON.stringify(body)).toBe(201)
  return { ...body, token: String(body.url).split('/').at(-1) ?? '' }
}
const visit = (token: string, proof = '') =>
  stranger.get<ReviewView>(`/review/${token}${proof && `?proof=${proof}`}`)
async function says(
  token: string,
  post: { id: string },
  decision: 'approve' | 'changes',
  comment = '',
) {
  const { body } = await visit(token)
  const content = body.posts.find(({ postId }) => postId === post.id)?.decision?.content
  return stranger.post(`/review/${token}/posts/${post.id}/decisions`, {
    decision,
    comment,
    content,
  })
}

test('somebody without an account approves by a link, and the post leaves', async () => {
  const post = await room.scheduled('Pour Claire', '2026-11-23T10:00')
  const { token } = await link({ postId: post.id, waits: true, ...claire })
  expect(await read(post)).toMatchObject({ status: 'in-review' })
  await room.settle()
  expect(room.letters.at(-1)).toMatchObject({ to: claire.guestEmail })
  expect(room.letters.at(-1)?.text).toContain(`/review/${token}`)

  const { body, headers } = await visit(token)
  expect(body).toMatchObject({
    company: 'Atelier Morel',
    posts: [
      {
        wallTime: '2026-11-23T10:00',
        accounts: [{ handle: 'lyon', text: 'Pour Claire' }],
        decision: { state: 'open', waits: true, mine: null },
      },
    ],
  })
  expect(headers).toMatchObject({
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  })
  const { body: after } = await says(token, post, 'approve')
  expect(after.decision).toMatchObject({ state: 'approved', mine: { decision: 'approve' } })
  await at('2026-11-23T10:00')
  expect(board.pinned.map(({ text }) => text)).toContain('Pour Claire')
  const { body: entry } = await camille.get(`/posts/${post.id}/approval`)
  expect(entry.approval.decisions).toMatchObject([{ by: { kind: 'guest', name: 'Claire Vidal' } }])
})

test('an edit after their approval voids it, and they see so', async () => {
  const post = await room.scheduled('Version lue', '2026-11-24T10:00')
  const { token } = await link({ postId: post.id, waits: true, ...claire })
  await says(token, post, 'approve')
  await edits(camille, post, { text: 'Version pas lue' })
  await at('2026-11-24T10:00')
  expect(board.pinned.map(({ text }) => text)).not.toContain('Version pas lue')
  const { body } = await visit(token)
  expect(body.posts[0]?.decision).toMatchObject({ waits: true, mine: { voided: true } })
})

test('a draft sent outside waits for them once it is scheduled', async () => {
  const post = await room.draft('Encore un brouillon')
  await link({ postId: post.id, waits: true, ...claire })
  const when = { version: post.version, wallTime: '2026-11-28T10:00' }
  const { body } = await camille.post(`/posts/${post.id}/schedule`, when)
  expect(body).toMatchObject({ status: 'in-review' })
})

test('somebody whom no step names gives an opinion: it frees nothing, and a wish for changes is heard', async () => {
  const post = await submitted('Un avis', '2026-11-28T11:00')
  const { token } = await link({ postId: post.id, guestName: 'Un voisin' })
  await says(token, post, 'approve')
  expect(await read(post)).toMatchObject({ status: 'in-review' })
  await says(token, post, 'changes', 'Trop long.')
  expect(await room.approval(post)).toMatchObject({ state: 'changes' })
})

describe('a link', () => {
  test('shows its posts and nothing else: a month, with what is said to them and not among members', async () => {
    const december = await room.scheduled('De décembre', '2026-12-10T09:00')
    await room.scheduled('De novembre', '2026-11-29T09:00')
    await room.draft('Sans date')
    const { token } = await link({ month: '2026-12', ...claire })
    await sofia.post(`/posts/${december.id}/comments`, { body: 'Entre nous.' })
    const { body } = await visit(token)
    expect(body.posts.map(({ postId }) => postId)).toEqual([december.id])
    expect(body.posts[0]?.comments).toEqual([])
    expect(JSON.stringify(body)).not.toMatch(/Sofia|Yanis|Entre nous/)

    const path = `/review/${token}/posts/${december.id}/comments`
    const anchor = { start: 3, quote: 'décembre', before: 'De ', after: '' }
    const { body: said } = await stranger.post(path, { body: 'Plutôt janvier ?', anchor })
    expect(said.comments).toMatchObject([{ quote: 'décembre', at: { start: 3, end: 11 } }])
    const { body: all } = await camille.get(`/posts/${december.id}/comments`)
    await camille.post(`/posts/${december.id}/comments`, { body: 'Non.', replyTo: all[1].id })
    const { body: again } = await visit(token)
    expect(again.posts[0]?.comments.map((one) => one.body)).toEqual(['Plutôt janvier ?', 'Non.'])
  })

  test('opens the pictures of its posts, and no other', async () => {
    const send = async (width: number) => {
      const { bytes } = await pictureOf('une table', width)
      return (await camille.upload('/media', { name: 'table.png', type: 'image/png', bytes })).body
    }
    const [shown, other] = [await send(640), await send(320)]
    const post = await room.draft('Avec une image', { mediaIds: [shown.id] })
    const { token } = await link({ postId: post.id })
    const { body } = await visit(token)
    const [image] = body.posts[0]?.accounts[0]?.images ?? []
    const answer = await stranger.get(image?.url ?? '')
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
    expect(await stranger.get(`/review/${token}/media/${other.id}`)).toMatchObject({ status: 404 })
    const elsewhere = await room.draft('Un autre')
    const path = `/review/${token}/posts/${elsewhere.id}/comments`
    expect(await stranger.post(path, { body: 'Perdu' })).toMatchObject({ status: 404 })
  })

  test('ends at its hour or when it is closed, and says so in the reader’s language', async () => {
    const post = await room.draft('Pour peu de temps')
    const { token, id } = await link({ postId: post.id, days: 1 })
    const other = await link({ postId: post.id })
    await camille.delete(`/review-links/${other.id}`)
    expect(await visit(other.token)).toMatchObject({ status: 410 })
    expect(await visit(token)).toMatchObject({ status: 200 })
    room.clock.advance(25 * 3_600_000)
    const french = stranger.with({ 'accept-language': 'fr' })
    expect(await french.get(`/review/${token}`)).toMatchObject({
      status: 410,
      body: { code: 'review.link_over', title: 'Ce lien n’est plus valable' },
    })
    const { body } = await camille.get(`/review-links?postId=${post.id}`)
    expect(body.find((one: { id: string }) => one.id === id)).toMatchObject({ state: 'expired' })
  })

  test('may ask for a code; guessing at it is stopped', async () => {
    const post = await room.draft('Sous clé', {})
    const { token } = await link({ postId: post.id, passcode: 'merisier' })
    expect(await visit(token)).toMatchObject({
      status: 401,
      body: { code: 'review.passcode_needed' },
    })
    const guess = (passcode: string) => stranger.post(`/review/${token}/passcode`, { passcode })
    const { body } = await guess('merisier')
    expect(await visit(token, body.proof)).toMatchObject({ status: 200 })
    expect(await visit(token, 'x'.repeat(43))).toMatchObject({ status: 401 })
    for (let n = 0; n < 9; n++) expect(await guess('chêne')).toMatchObject({ status: 401 })
    expect(await guess('merisier')).toMatchObject({ status: 429 })
  })

  test('that does not exist leads nowhere, and looking for one is stopped', async () => {
    const lost = 'a'.repeat(43)
    for (let n = 0; n < 40; n++) expect(await visit(lost)).toMatchObject({ status: 404 })
    expect(await visit(lost)).toMatchObject({ status: 429 })
  })

  test('is kept so that whoever reads the database cannot use it', async () => {
    const post = await room.draft('En base')
    const { token } = await link({ postId: post.id })
    const { sql } = await import('kysely')
    const { rows } = await sql`select review_links::text as row from review_links`.execute(
      room.desk.db,
    )
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('is made by who may publish, not by who may not', async () => {
    const post = await room.draft('À qui ?')
    expect(await yanis.post('/review-links', { postId: post.id })).toMatchObject({ status: 403 })
  })
})

test('an approval of a member does not stand for that of somebody outside', async () => {
  const post = await submitted('Les deux', '2027-01-10T09:00')
  const { token } = await link({ postId: post.id, waits: true, ...claire })
  await decides(sofia, post, 'approve')
  expect(await read(post)).toMatchObject({ status: 'in-review' })
  await says(token, post, 'approve')
  expect(await read(post)).toMatchObject({ status: 'scheduled' })
})
