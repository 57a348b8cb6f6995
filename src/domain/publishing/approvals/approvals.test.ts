import { describe, expect, test } from 'vitest'
import { openNewsroom } from '../testing/open-newsroom.ts'

const room = await openNewsroom()
const { camille, yanis, sofia, board, at, read, submitted, approval, decides, edits } = room
const left = () => board.pinned.map(({ text }) => text)

describe('whoever may not publish alone', () => {
  test('submits a post, and it leaves at its hour once somebody approves it', async () => {
    const post = await submitted('La table de Camille', '2026-11-23T10:00')
    expect(post).toMatchObject({ status: 'in-review', deliveries: [{ holds: ['approval'] }] })
    await decides(sofia, post, 'approve')
    expect(await read(post)).toMatchObject({ status: 'scheduled', deliveries: [{ holds: [] }] })
    expect(left()).toEqual([])
    await at('2026-11-23T10:00')
    expect(left()).toEqual(['La table de Camille'])
  })

  test('submits a post, and without approval it never leaves', async () => {
    const post = await submitted('Personne ne l’a lue', '2026-11-23T11:00')
    await at('2026-11-23T12:00')
    expect(left()).not.toContain('Personne ne l’a lue')
    expect(await read(post)).toMatchObject({ status: 'in-review' })
    await decides(sofia, post, 'approve')
    await at('2026-11-23T12:05')
    // Approved after its hour: it does not leave by surprise, a person is asked.
    expect(left()).not.toContain('Personne ne l’a lue')
    expect(await read(post)).toMatchObject({ status: 'held', deliveries: [{ holds: ['ask'] }] })
  })

  test('publishes now: it leaves as soon as it is approved', async () => {
    const post = await submitted('Tout de suite', null)
    expect(await approval(post)).toMatchObject({ asap: true, state: 'open' })
    await at('2026-11-23T12:30')
    expect(left()).not.toContain('Tout de suite')
    await decides(sofia, post, 'approve')
    await at('2026-11-23T12:31')
    expect(left()).toContain('Tout de suite')
  })

  test('does not approve what they wrote, and nobody approves who is not asked', async () => {
    const post = await submitted('Qui la lira ?')
    const answer = await decides(yanis, post, 'approve')
    expect(answer).toMatchObject({ status: 403, body: { code: 'approval.not_yours' } })
    const { caller: lea } = await room.join('Léa Roux', 'editor')
    expect(await decides(lea, post, 'approve')).toMatchObject({
      body: { detail: expect.stringContaining('Sofia Brandt') },
    })
    expect(await read(post)).toMatchObject({ status: 'in-review' })
  })

  test('cannot go round it: not by another hour, not by now, not by sending again', async () => {
    const post = await submitted('Par la porte de derrière', '2026-11-23T15:00')
    const { version } = await read(post)
    await yanis.post(`/posts/${post.id}/move`, { wallTime: '2026-11-23T13:00', version })
    await at('2026-11-23T13:01')
    const { version: later } = await read(post)
    await yanis.post(`/posts/${post.id}/schedule`, { version: later })
    await at('2026-11-23T13:02')
    expect(left()).not.toContain('Par la porte de derrière')
    expect(await read(post)).toMatchObject({ status: 'in-review' })
  })

  test('cannot change and send again what failed for somebody else', async () => {
    board.turns.push({ kind: 'rejected', reason: { en: 'No.', fr: 'Non.' }, detail: 'no' })
    const post = await room.scheduled('Un texte qui échoue', '2026-11-23T13:30')
    await at('2026-11-23T13:30')
    expect(await read(post)).toMatchObject({ status: 'failed' })
    await edits(yanis, post, { text: 'Un texte que personne n’a lu' })
    const { id } = await room.delivery(post)
    await yanis.post(`/deliveries/${id}/retry`)
    await at('2026-11-23T13:40')
    expect(left()).not.toContain('Un texte que personne n’a lu')
    await decides(sofia, post, 'approve')
    expect(await read(post)).toMatchObject({ status: 'held' })
  })

  test('edits what somebody else had scheduled: only what they changed waits', async () => {
    const post = await room.scheduled('Deux comptes', '2026-11-23T14:00', { by: ['lyon', 'paris'] })
    const [lyon, paris] = [room.accounts['lyon'], room.accounts['paris']]
    const variants = [{ channelId: lyon }, { channelId: paris, text: 'Un mot pour Paris' }]
    await edits(yanis, post, { variants })
    await at('2026-11-23T14:00')
    expect(left()).toContain('Deux comptes')
    expect(left()).not.toContain('Un mot pour Paris')
    expect(await room.delivery(post, 'paris')).toMatchObject({ holds: ['approval'] })
  })
})

describe('who may publish alone', () => {
  test('waits for nobody', async () => {
    const post = await room.scheduled('Camille décide seule', '2026-11-24T08:00')
    expect(post).toMatchObject({ status: 'scheduled' })
    expect(await approval(post, camille)).toBeNull()
  })

  test('is shown by name, with who may not', async () => {
    const { body } = await camille.get('/approval-rules')
    const people = Object.fromEntries(
      body.people.map((one: { name: string; alone: string }) => [one.name, one.alone]),
    )
    expect(people).toMatchObject({
      'Camille Morel': 'yes',
      'Yanis Haddad': 'no',
      'Sofia Brandt': 'no',
    })
  })
})

describe('changes', () => {
  test('are asked for with a sentence, and an edit submits it again', async () => {
    const post = await submitted('Solde monstre !!!')
    expect(await decides(sofia, post, 'changes')).toMatchObject({ status: 422 })
    await decides(sofia, post, 'changes', 'Moins de points d’exclamation.')
    expect(await approval(post)).toMatchObject({ state: 'changes' })
    await edits(yanis, post, { text: 'Soldes d’hiver' })
    expect(await approval(post)).toMatchObject({ state: 'open', mayDecide: true })
    await decides(sofia, post, 'approve')
    expect(await read(post)).toMatchObject({ status: 'scheduled' })
  })

  test('that are not made are answered by submitting again', async () => {
    const post = await submitted('C’est bien ainsi')
    await decides(sofia, post, 'changes', 'Vraiment ?')
    await yanis.post(`/posts/${post.id}/approval/resubmit`)
    expect(await approval(post)).toMatchObject({ state: 'open' })
    await decides(sofia, post, 'changes', 'Vraiment.')
    expect(await approval(post)).toMatchObject({ state: 'changes' })
  })

  test('can still be asked for after approval, until it leaves', async () => {
    const post = await submitted('Approuvée un peu vite', '2026-11-24T10:00')
    await decides(sofia, post, 'approve')
    await decides(sofia, post, 'changes', 'Attendez, le prix est faux.')
    expect(await read(post)).toMatchObject({ status: 'in-review' })
    await decides(sofia, post, 'approve')
    expect(await read(post)).toMatchObject({ status: 'scheduled' })
  })
})

test('what is refused is a draft again', async () => {
  const post = await submitted('Hors sujet')
  await decides(sofia, post, 'refuse', 'Ce n’est pas nous.')
  expect(await read(post)).toMatchObject({ status: 'draft', wallTime: null })
  expect(await approval(post)).toMatchObject({
    state: 'refused',
    decisions: [{ by: { name: 'Sofia Brandt' } }],
  })
})

test('what is taken back is a draft again, and may then leave by who may publish alone', async () => {
  const post = await submitted('Retirée', '2026-11-24T11:00')
  await yanis.post(`/posts/${post.id}/approval/withdraw`)
  expect(await read(post)).toMatchObject({ status: 'draft' })
  const { version } = await read(post)
  const when = { version, wallTime: '2026-11-24T11:00' }
  const answer = await camille.post(`/posts/${post.id}/schedule`, when)
  expect(answer.body).toMatchObject({ status: 'scheduled', deliveries: [{ holds: [] }] })
})

describe('an edit', () => {
  test('voids the approval of what it touches, and of nothing else', async () => {
    const post = await submitted('Bonjour à tous', '2026-11-25T09:00', { by: ['lyon', 'paris'] })
    await decides(sofia, post, 'approve')
    const [lyon, paris] = [room.accounts['lyon'], room.accounts['paris']]
    await edits(yanis, post, {
      variants: [{ channelId: lyon }, { channelId: paris, text: 'Bonjour Paris' }],
    })
    expect(await room.delivery(post, 'lyon')).toMatchObject({ holds: [] })
    expect(await room.delivery(post, 'paris')).toMatchObject({ holds: ['approval'] })
    const { decisions, free } = await approval(post)
    expect(decisions).toMatchObject([{ voidedFor: [paris] }])
    expect(free).toEqual([lyon])
    await at('2026-11-25T09:00')
    expect(board.pinned.filter(({ text }) => text.startsWith('Bonjour'))).toMatchObject([
      { account: 'lyon', text: 'Bonjour à tous' },
    ])
  })

  test('is announced before it is saved, with the names of those whose approval it voids', async () => {
    const post = await submitted('Un mot', '2026-11-26T09:00')
    await decides(sofia, post, 'approve')
    const variants = [{ channelId: room.accounts['lyon'] }]
    const ask = async (text: string) =>
      (await yanis.post('/approvals/needed', { text, variants, postId: post.id })).body
    expect(await ask('Un mot')).toMatchObject({ needed: true, voids: [] })
    expect(await ask('Un autre mot')).toMatchObject({ needed: true, voids: ['Sofia Brandt'] })
  })

  test.each([
    ['text', { text: 'Autre chose' }, 'in-review'],
    ['firstComment', { firstComment: 'Le lien est ici' }, 'in-review'],
    ['thread', { thread: [{ text: 'La suite' }] }, 'in-review'],
    ['language', { language: 'fr' }, 'scheduled'],
    ['trackLinks', { trackLinks: false }, 'scheduled'],
    ['campaign', { campaign: 'hiver' }, 'scheduled'],
    ['labels', { labels: ['useful'] }, 'scheduled'],
    ['about', { about: 'customer' }, 'scheduled'],
  ])('of the %s leaves an approved post as the table says', async (_field, change, status) => {
    const post = await submitted('Selon le tableau', '2026-11-27T09:00')
    await decides(sofia, post, 'approve')
    await edits(yanis, post, change)
    expect(await read(post)).toMatchObject({ status })
  })

  test('of the hour voids nothing', async () => {
    const post = await submitted('Plus tard', '2026-11-27T09:00')
    await decides(sofia, post, 'approve')
    const { version } = await read(post)
    await yanis.post(`/posts/${post.id}/move`, { wallTime: '2026-11-28T10:00', version })
    expect(await read(post)).toMatchObject({ status: 'scheduled', wallTime: '2026-11-28T10:00' })
  })

  test('that is undone brings the approval back: it says again what was approved', async () => {
    const post = await submitted('Mot pour mot', '2026-11-27T09:00')
    await decides(sofia, post, 'approve')
    await edits(yanis, post, { text: 'Mot à mot' })
    expect(await read(post)).toMatchObject({ status: 'in-review' })
    await edits(yanis, post, { text: 'Mot pour mot' })
    expect(await read(post)).toMatchObject({ status: 'scheduled' })
  })
})

describe('at the same time', () => {
  test('an edit and an approval never let out what was not read', async () => {
    for (let round = 0; round < 8; round++) {
      const post = await submitted(`Lu ${round}`, '2026-11-29T09:00')
      const { content, active } = await approval(post)
      const said = { decision: 'approve', step: active, content }
      const [edited, decided] = await Promise.all([
        edits(yanis, post, { text: `Pas lu ${round}` }),
        sofia.post(`/posts/${post.id}/approval/decisions`, said),
      ])
      expect(edited.status).toBe(200)
      expect([200, 409]).toContain(decided.status)
      expect(await read(post)).toMatchObject({ status: 'in-review', text: `Pas lu ${round}` })
    }
  })

  test('approving twice approves once', async () => {
    const post = await submitted('Deux clics', '2026-11-29T10:00')
    const { content, active } = await approval(post)
    const said = { decision: 'approve', step: active, content }
    const path = `/posts/${post.id}/approval/decisions`
    const answers = await Promise.all([sofia.post(path, said), sofia.post(path, said)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await approval(post)).decisions).toHaveLength(1)
  })

  test('a decision on an older version is refused', async () => {
    const post = await submitted('Version un', '2026-11-29T11:00')
    const { content, active } = await approval(post)
    await edits(yanis, post, { text: 'Version deux' })
    const said = { decision: 'approve', step: active, content }
    const answer = await sofia.post(`/posts/${post.id}/approval/decisions`, said)
    expect(answer).toMatchObject({ status: 409, body: { code: 'approval.changed_since' } })
  })
})

test('what waits for me is what I may decide and have not', async () => {
  const post = await submitted('Pour Sofia', '2026-11-30T09:00')
  const mine = async () =>
    (await sofia.get('/approvals')).body.mine.map((one: { postId: string }) => one.postId)
  expect(await mine()).toContain(post.id)
  const { body } = await yanis.get('/approvals')
  expect(body.mine).toEqual([])
  expect(body.asked.map((one: { postId: string }) => one.postId)).toContain(post.id)
  await decides(sofia, post, 'approve')
  expect(await mine()).not.toContain(post.id)
})

test('an API key asks and never decides; a key that may not publish waits as a person does', async () => {
  const scopes = ['posts:read', 'posts:write', 'posts:approve']
  const { body: made } = await camille.post('/keys', { name: 'Caisse', scopes })
  const program = room.stranger.with({ authorization: `Bearer ${made.key}` })
  const variants = [{ channelId: room.accounts['lyon'] }]
  const { body: draft } = await program.post('/posts', { text: 'Par un programme', variants })
  const when = { version: draft.version, wallTime: '2026-12-01T09:00' }
  const { body: post } = await program.post(`/posts/${draft.id}/schedule`, when)
  expect(post.status).toBe('in-review')
  const answer = await decides(program, post, 'approve')
  expect(answer).toMatchObject({ status: 403, body: { code: 'approval.people_only' } })
})
