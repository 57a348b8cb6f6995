import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { claimLetter, claimMailing } from './claim-mailing.ts'
import { sendLetters } from './send-letters.ts'
import {
  add,
  addresses,
  camille,
  channelId,
  consent,
  desk,
  first,
  mailing,
  server,
  write,
} from './testing.ts'

describe('a list', () => {
  const csv =
    'Nom;E-mail\nYanis Haddad;Yanis@example.org\nSofia;sofia@example.org\n;pas une adresse\nYanis;yanis@EXAMPLE.org\n'

  test('is looked at before it is filled, then filled once, with how people agreed', async () => {
    const preview = await camille.post(`/channels/${channelId}/subscribers/preview`, { csv })
    expect(preview.body).toMatchObject({ added: 2, alreadyThere: 0, problemsInAll: 2 })
    expect(preview.body.problems.map(({ line }: { line: number }) => line)).toEqual([4, 5])
    expect((await camille.get(`/channels/${channelId}/list`)).body.subscribed).toBe(0)

    expect((await add(csv)).body).toMatchObject({ added: 2 })
    expect((await add(csv)).body).toMatchObject({ added: 0, alreadyThere: 2 })
    const { body } = await camille.get(`/channels/${channelId}/subscribers`)
    expect(body.items).toMatchObject([
      { address: 'sofia@example.org', name: 'Sofia', consentSource: consent.source },
      { address: 'yanis@example.org', name: 'Yanis Haddad', state: 'subscribed' },
    ])
  })

  test('without headings, and one whose headings say nothing of addresses', async () => {
    expect((await add('yanis@example.org\nsofia@example.org')).body).toMatchObject({ added: 2 })
    const { body } = await add('Ville;Pays\nLyon;France')
    expect(body).toMatchObject({ added: 0, problemsInAll: 1 })
    expect(body.problems[0].sentence).toMatch(/e-mail/)
  })

  test('whoever was taken off is not put back; whoever is forgotten leaves no trace', async () => {
    await add(csv)
    const { body } = await camille.get(`/channels/${channelId}/subscribers`)
    const [sofia, yanis] = body.items
    await camille.post(`/subscribers/${sofia.id}/leave`)
    await camille.delete(`/subscribers/${yanis.id}`)
    expect((await add(csv)).body).toMatchObject({ added: 1, leftBefore: 1 })
    const summary = await camille.get(`/channels/${channelId}/list`)
    expect(summary.body).toEqual({ subscribed: 1, left: 1, suspended: 0 })
  })
})

describe('a letter', () => {
  beforeEach(async () => {
    await add('yanis@example.org\nsofia@example.org\nlea@example.org')
  })

  test('leaves for everybody, each alone, once, however often it is asked for', async () => {
    expect(await write(first)).toMatchObject({ ok: true, value: { id: first } })
    expect(await write(first)).toMatchObject({ ok: true, value: { id: first } })
    await desk.settle()
    expect(addresses()).toEqual(['lea@example.org', 'sofia@example.org', 'yanis@example.org'])
    expect(server.taken[0]?.content).not.toMatch(/sofia|yanis/)
    expect(server.taken[0]?.content).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(await mailing()).toMatchObject({ letters: { sent: 3, waiting: 0, unknown: 0 } })
    const ids = server.taken.map(({ content }) => /^Message-ID: (.+)$/m.exec(content)?.[1])
    expect(new Set(ids).size).toBe(3)
  })

  test('is published by the desk as any post, and read on the web', async () => {
    const { body: post } = await camille.post('/posts', {
      text: 'Un banc neuf\n\nIl est là : https://atelier-morel.fr',
      variants: [{ channelId }],
    })
    const { version } = post
    expect((await camille.post(`/posts/${post.id}/schedule`, { version })).status).toBe(200)
    await desk.settle()
    expect(addresses()).toHaveLength(3)
    expect(server.taken[0]?.content).toMatch(/^Subject: Un banc neuf$/m)
    const { id } = await mailing()
    const page = await desk.open.server.inject({ url: `/letters/${id}` })
    expect(page.body).toContain('<h1>Un banc neuf</h1>')
  })

  test('that may have left when the connection died is never sent again; the others leave', async () => {
    server.troubles.set('sofia@example.org', 'dies')
    await write(first)
    await desk.settle()
    server.troubles.clear()
    desk.clock.advance(3_600_000)
    await desk.settle()
    expect(addresses()).toEqual(['lea@example.org', 'sofia@example.org', 'yanis@example.org'])
    expect(await mailing()).toMatchObject({ letters: { sent: 2, unknown: 1, waiting: 0 } })
  })

  test('that was leaving when the worker died is in doubt, and never sent again', async () => {
    await write(first)
    const now = () => desk.clock.now()
    const dead = '11111111-1111-4111-8111-111111111111'
    const held = await claimMailing(desk.desk.db, now(), dead)
    await claimLetter(desk.desk.db, held?.id ?? '', now(), dead)
    // Nobody touches it while the dead one may be alive.
    expect(await sendLetters(desk.desk)).toBe(0)
    desk.clock.advance(200_000)
    await desk.settle()
    expect(addresses()).toEqual(['sofia@example.org', 'yanis@example.org'])
    expect(await mailing()).toMatchObject({ letters: { sent: 2, unknown: 1 } })
    // The dead one was only asleep: it may take nothing more.
    expect(await claimLetter(desk.desk.db, first, now(), dead)).toBeNull()
  })

  test('to an address that is not there suspends it; one that must wait is tried again', async () => {
    server.troubles.set('lea@example.org', 550).set('sofia@example.org', 450)
    await write(first)
    await desk.settle()
    expect(addresses()).toEqual(['yanis@example.org'])
    server.troubles.clear()
    desk.clock.advance(6 * 60_000)
    await desk.settle()
    expect(addresses()).toEqual(['yanis@example.org', 'sofia@example.org'])
    expect(await mailing()).toMatchObject({ letters: { sent: 2, refused: 1 } })
    const summary = await camille.get(`/channels/${channelId}/list`)
    expect(summary.body).toMatchObject({ subscribed: 2, suspended: 1 })
  })

  test('waits while a crisis holds everything, in the middle too, and goes on when it is lifted', async () => {
    await write(first)
    const owner = randomUUID()
    expect(await claimMailing(desk.desk.db, desk.clock.now(), owner)).toMatchObject({ id: first })
    const { body: crisis } = await camille.post('/crisis', { scope: 'company', reason: 'Rappel' })
    await desk.settle()
    expect(await claimLetter(desk.desk.db, first, desk.clock.now(), owner)).toBeNull()
    desk.clock.advance(3_600_000)
    await desk.settle()
    expect(addresses()).toEqual([])
    await camille.post(`/crisis/${crisis.id}/lift`)
    await desk.settle()
    expect(addresses()).toHaveLength(3)
  })

  test('does not reach whoever leaves before theirs does', async () => {
    await write(first)
    const { body } = await camille.get(`/channels/${channelId}/subscribers`)
    await camille.post(`/subscribers/${body.items[1].id}/leave`)
    await desk.settle()
    expect(addresses()).toEqual(['lea@example.org', 'yanis@example.org'])
    expect(await mailing()).toMatchObject({ letters: { dropped: 1, sent: 2 } })
  })

  test('is refused with a sentence when nobody is there, or nobody could leave', async () => {
    const { body } = await camille.get(`/channels/${channelId}/subscribers`)
    for (const { id } of body.items) await camille.delete(`/subscribers/${id}`)
    expect(await write(first)).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
  })
})
